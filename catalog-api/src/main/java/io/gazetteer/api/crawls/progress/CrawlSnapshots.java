package io.gazetteer.api.crawls.progress;

import io.gazetteer.common.catalog.Crawls;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads crawls with what their running batches did so far. Thread safe. */
@Component
final class CrawlSnapshots {
  private final JdbcClient jdbc;

  CrawlSnapshots(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One statement, so that a batch that ends meanwhile counts neither twice nor not at all; empty
   * when there is no such crawl or its data source is deleted.
   */
  Optional<CrawlSnapshot> find(UUID id) {
    return jdbc.sql(
            "select "
                + Crawls.COLUMNS
                + """
                , running_tables, running_columns,
                  extract(epoch from coalesce(finished_at, now()) - started_at)::double precision
                    as elapsed_seconds
                from crawl,
                  lateral (select coalesce(sum(b.tables_done), 0) as running_tables,
                                  coalesce(sum(b.columns_done), 0) as running_columns
                           from crawl_batch b
                           where b.crawl_id = crawl.id and b.state in ('READING', 'INDEXING')) batches
                where id = :id
                  and exists (select from data_source d
                              where d.id = crawl.data_source_id and d.deleted_at is null)
                """)
        .param("id", id)
        .query(CrawlSnapshots::map)
        .optional();
  }

  private static CrawlSnapshot map(ResultSet row, int rowNumber) throws SQLException {
    return new CrawlSnapshot(
        Crawls.map(row, rowNumber),
        new CrawlSnapshot.Running(row.getLong("running_tables"), row.getLong("running_columns")),
        row.getObject("elapsed_seconds", Double.class));
  }
}
