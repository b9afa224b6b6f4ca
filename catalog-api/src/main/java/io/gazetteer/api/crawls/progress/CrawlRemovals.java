package io.gazetteer.api.crawls.progress;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which tables HELD crawls would remove. Thread safe. */
@Component
public final class CrawlRemovals {
  private static final int MOST_SCHEMAS = 1000;

  private final JdbcClient jdbc;

  CrawlRemovals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A table that the crawl would remove. */
  public record Removal(String schema, String table) {
    /** Comes before all, since no schema has an empty name. */
    public static final Removal START = new Removal("", "");
  }

  /**
   * Counts what a crawl would remove.
   *
   * @param schemas in the order of their names, the first thousand
   */
  public record WouldRemove(long tables, List<SchemaRemovals> schemas) {}

  /** Counts what a crawl would remove from a schema. */
  public record SchemaRemovals(String schema, long tables) {}

  /** Counts what a crawl would remove; null when it does not wait for anyone's word. */
  @Nullable WouldRemove count(UUID crawlId) {
    var schemas =
        jdbc.sql(
                """
                select h.schema_name, cardinality(h.relation_names) as tables
                from held_removal h join crawl c on c.id = h.crawl_id
                where c.id = :id and c.state = 'HELD' order by h.schema_name
                """)
            .param("id", crawlId)
            .query(
                (row, number) ->
                    new SchemaRemovals(row.getString("schema_name"), row.getLong("tables")))
            .list();
    return schemas.isEmpty()
        ? null
        : new WouldRemove(
            schemas.stream().mapToLong(SchemaRemovals::tables).sum(),
            schemas.stream().limit(MOST_SCHEMAS).toList());
  }

  /** Lists what a crawl would remove, in the order of the names. */
  public List<Removal> page(UUID crawlId, Removal after, int limit) {
    return jdbc.sql(
            """
            select h.schema_name, r.name
            from held_removal h join crawl c on c.id = h.crawl_id
            cross join unnest(h.relation_names) as r (name)
            where c.id = :id and c.state = 'HELD' and h.schema_name >= :schema
              and (h.schema_name, r.name) > (:schema, :relation)
            order by h.schema_name, r.name limit :limit
            """)
        .param("id", crawlId)
        .param("schema", after.schema())
        .param("relation", after.table())
        .param("limit", limit)
        .query((row, number) -> new Removal(row.getString(1), row.getString(2)))
        .list();
  }
}
