package io.gazetteer.api.crawls;

import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.Crawls;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads the crawls of data sources that are not deleted. Thread safe. */
@Component
public final class CrawlReader {
  private static final int MOST_FAILURES = 100;
  private static final String SELECT = "select " + Crawls.COLUMNS + " from crawl ";

  private final JdbcClient jdbc;

  CrawlReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest crawl of each of these data sources, by data source. */
  public Map<UUID, Crawl> newestOf(Collection<UUID> dataSourceIds) {
    return byDataSource(
        jdbc.sql(
                SELECT
                    + """
                    where (data_source_id, epoch) in
                      (select id, epoch from data_source where id = any(:ids))
                    """)
            .param("ids", dataSourceIds.toArray(UUID[]::new)));
  }

  /** The newest crawl that has ended of each of these data sources, by data source. */
  public Map<UUID, Crawl> newestEndedOf(Collection<UUID> dataSourceIds) {
    return byDataSource(
        jdbc.sql(
                "select "
                    + Crawls.COLUMNS
                    + """
                     from unnest(:ids) as given (source) cross join lateral (
                      select * from crawl
                      where data_source_id = given.source and finished_at is not null
                      order by epoch desc limit 1) newest
                    """)
            .param("ids", dataSourceIds.toArray(UUID[]::new)));
  }

  private static Map<UUID, Crawl> byDataSource(StatementSpec crawls) {
    return crawls.query(Crawls::map).list().stream()
        .collect(Collectors.toMap(Crawl::dataSourceId, Function.identity()));
  }

  Optional<Crawl> find(UUID id) {
    return jdbc.sql(
            SELECT
                + """
                where id = :id
                  and data_source_id in (select id from data_source where deleted_at is null)
                """)
        .param("id", id)
        .query(Crawls::map)
        .optional();
  }

  /** Crawls with an epoch below this, the newest first. */
  List<Crawl> page(UUID dataSourceId, long below, int limit) {
    return jdbc.sql(
            SELECT
                + """
                where data_source_id = :id and epoch < :below
                order by epoch desc limit :limit
                """)
        .param("id", dataSourceId)
        .param("below", below)
        .param("limit", limit)
        .query(Crawls::map)
        .list();
  }

  List<CrawlView.FailureView> failures(UUID id) {
    return jdbc.sql(
            """
            select schema_name, relation_name, code, message from crawl_failure
            where crawl_id = :id order by schema_name, relation_name limit :limit
            """)
        .param("id", id)
        .param("limit", MOST_FAILURES)
        .query(
            (row, number) ->
                new CrawlView.FailureView(
                    row.getString("schema_name"),
                    row.getString("relation_name"),
                    row.getString("code"),
                    row.getString("message")))
        .list();
  }
}
