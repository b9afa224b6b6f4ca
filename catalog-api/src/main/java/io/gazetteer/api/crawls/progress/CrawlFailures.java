package io.gazetteer.api.crawls.progress;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which relations a crawl could not read or index. Thread safe. */
@Component
public final class CrawlFailures {
  private final JdbcClient jdbc;

  CrawlFailures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A relation that could not be read or indexed. */
  public record Failure(String schema, String table, String code, String message) {}

  /** Says where a page begins: behind this relation. */
  public record Place(String schema, String table) {
    /** Comes before all, since no schema has an empty name. */
    public static final Place START = new Place("", "");
  }

  /** Lists the failures of a crawl in the order of their names. */
  public List<Failure> page(UUID crawlId, Place after, int limit) {
    return jdbc.sql(
            """
            select schema_name, relation_name, code, message from crawl_failure
            where crawl_id = :id and (schema_name, relation_name) > (:schema, :relation)
            order by schema_name, relation_name limit :limit
            """)
        .param("id", crawlId)
        .param("schema", after.schema())
        .param("relation", after.table())
        .param("limit", limit)
        .query(
            (row, number) ->
                new Failure(
                    row.getString("schema_name"),
                    row.getString("relation_name"),
                    row.getString("code"),
                    row.getString("message")))
        .list();
  }
}
