package io.gazetteer.api.crawls.progress;

import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.Crawls;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads the crawls of data sources that are not deleted. Thread safe. */
@Component
public final class CrawlReader {
  private static final String SELECT = "select " + Crawls.COLUMNS + " from crawl ";

  private final JdbcClient jdbc;

  CrawlReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Finds the newest crawl of each of these data sources, by data source. */
  public Map<UUID, Crawl> newestOf(Collection<UUID> dataSourceIds) {
    return byDataSource(
        crawl -> true,
        jdbc.sql(
                SELECT
                    + """
                    where (data_source_id, epoch) in
                      (select id, epoch from data_source where id = any(:ids))
                    """)
            .param("ids", dataSourceIds.toArray(UUID[]::new)));
  }

  /**
   * Finds the newest crawl that has ended, also as the caller sees it, of each of these data
   * sources, by data source.
   */
  public Map<UUID, Crawl> newestEndedOf(Collection<UUID> dataSourceIds) {
    return byDataSource(
        crawl -> !SeenCrawl.isHeldBack(crawl),
        jdbc.sql(
                "select "
                    + Crawls.COLUMNS
                    + """
                     from unnest(:ids) as given (source) cross join lateral (
                      select * from crawl
                      where data_source_id = given.source and finished_at is not null
                      order by epoch desc limit 2) newest
                    """)
            .param("ids", dataSourceIds.toArray(UUID[]::new)));
  }

  /** Lists the crawls that ended last, also as the caller sees them, the newest first. */
  public List<Crawl> lastEnded(int limit) {
    return jdbc
        .sql(
            SELECT
                + """
                where finished_at is not null
                  and exists (select from data_source d
                    where d.id = data_source_id and d.deleted_at is null)
                order by finished_at desc limit :limit
                """)
        .param("limit", limit)
        .query(Crawls::map)
        .list()
        .stream()
        .filter(crawl -> !SeenCrawl.isHeldBack(crawl))
        .toList();
  }

  private static Map<UUID, Crawl> byDataSource(Predicate<Crawl> wanted, StatementSpec crawls) {
    return crawls.query(Crawls::map).list().stream()
        .filter(wanted)
        .collect(
            Collectors.toMap(
                Crawl::dataSourceId,
                Function.identity(),
                BinaryOperator.maxBy(Comparator.comparingLong(Crawl::epoch))));
  }

  /** Lists crawls with an epoch below this, the newest first. */
  public List<Crawl> page(UUID dataSourceId, long below, int limit) {
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
}
