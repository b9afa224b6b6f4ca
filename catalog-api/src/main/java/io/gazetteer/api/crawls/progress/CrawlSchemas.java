package io.gazetteer.api.crawls.progress;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a crawl counted in each schema. Thread safe. */
@Component
public final class CrawlSchemas {
  static final int MOST = 1000;

  private final JdbcClient jdbc;

  CrawlSchemas(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Counts the tables of a schema: seen = indexed + unchanged + excluded + failed, once it ended
   * well.
   */
  public record SchemaCounts(
      String schema,
      long tablesSeen,
      long tablesIndexed,
      long tablesUnchanged,
      long tablesExcluded,
      long tablesFailed,
      long tablesRemoved) {}

  /** Lists the schemas in the order of their names, the first {@link #MOST} of them. */
  List<SchemaCounts> first(UUID crawlId) {
    return jdbc.sql(
            """
            select schema_name, tables_seen, tables_indexed, tables_unchanged, tables_excluded,
                   tables_failed, tables_removed
            from crawl_schema where crawl_id = :id order by schema_name limit :limit
            """)
        .param("id", crawlId)
        .param("limit", MOST)
        .query(
            (row, number) ->
                new SchemaCounts(
                    row.getString("schema_name"),
                    row.getLong("tables_seen"),
                    row.getLong("tables_indexed"),
                    row.getLong("tables_unchanged"),
                    row.getLong("tables_excluded"),
                    row.getLong("tables_failed"),
                    row.getLong("tables_removed")))
        .list();
  }

  int total(UUID crawlId) {
    return jdbc.sql("select count(*) from crawl_schema where crawl_id = :id")
        .param("id", crawlId)
        .query(Integer.class)
        .single();
  }
}
