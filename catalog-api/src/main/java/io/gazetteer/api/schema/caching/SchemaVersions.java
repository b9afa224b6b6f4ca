package io.gazetteer.api.schema.caching;

import io.gazetteer.api.crawls.progress.SeenCrawl;
import io.gazetteer.common.catalog.Crawls;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells versions of the documents of a data source apart without asking the index. Whoever reads
 * the version before the documents never takes old documents for new ones: names do not come back.
 * Thread safe.
 */
@Component
public final class SchemaVersions {
  /**
   * Documents change only while a crawl is RUNNING or FINISHING, and an index is another one after
   * a rebuild or when it was wiped. A crawl that goes to its end makes all of its documents visible
   * before it says SUCCEEDED, PARTIAL or HELD. One that FAILED or was CANCELLED may leave a request
   * to the index behind that is still on its way, and so may one that gave up a batch for the
   * index's or its worker's sake; after a minute that has arrived or timed out. One that never had
   * a plan has changed no document.
   */
  private static final String SELECT =
      """
      select newest.*,
        not exists (
          select from crawl
          where data_source_id = :id and state in ('SUCCEEDED', 'PARTIAL', 'HELD')) as lacks_success,
        case when newest.state not in ('RUNNING', 'FINISHING') and not exists (
          select from crawl recent
          where data_source_id = :id and finished_at > now() - interval '1 minute'
            and (state in ('FAILED', 'CANCELLED') and batches_total is not null
              or state in ('PARTIAL', 'HELD') and exists (
                select from crawl_failure where crawl_id = recent.id
                  and code in ('index_unavailable', 'worker_lost', 'internal_error'))))
        then (
          select concat_ws(' ', ended.epoch, ended.state, extract(epoch from ended.finished_at),
            (select id from index_rebuild where state = 'SUCCEEDED'
             order by created_at desc limit 1),
            (select uuid from known_index where alias = 'TABLES'))
          from crawl ended where data_source_id = :id and finished_at is not null
            and not (state in ('FAILED', 'CANCELLED') and batches_total is null)
          order by epoch desc limit 1)
        end as version
      from (
        select live,\s"""
          + Crawls.COLUMNS
          + " from crawl where data_source_id = :id order by epoch desc limit 1) newest";

  private final JdbcClient jdbc;

  SchemaVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public SchemaVersion find(UUID dataSourceId) {
    return jdbc.sql(SELECT)
        .param("id", dataSourceId)
        .query(SchemaVersions::map)
        .optional()
        .orElse(SchemaVersion.NONE);
  }

  private static SchemaVersion map(ResultSet row, int rowNumber) throws SQLException {
    var newest = Crawls.map(row, rowNumber);
    boolean isFirst = row.getBoolean("lacks_success") && SeenCrawl.of(newest).state().isLive();
    return new SchemaVersion(newest, isFirst, row.getString("version"));
  }
}
