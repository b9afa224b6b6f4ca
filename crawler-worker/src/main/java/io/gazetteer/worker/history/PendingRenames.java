package io.gazetteer.worker.history;

import io.gazetteer.common.relation.Relation;
import io.gazetteer.worker.history.Changes.RelationName;
import io.gazetteer.worker.lease.CrawlRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what renamed relations were, from before their old documents go until their changes are
 * told. Thread safe.
 */
@Component
public final class PendingRenames {
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final JdbcTemplate jdbc;

  PendingRenames(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Describes a renamed relation.
   *
   * @param before what its old document says
   * @param fingerprint the fingerprint of its old document
   * @param after what its new document says
   */
  public record Renamed(Rename rename, Relation before, String fingerprint, Relation after) {}

  /** Holds what an earlier finish has kept about a relation: its description and fingerprint. */
  public record Kept(JsonNode before, String fingerprint) {}

  /** Returns a hash of all that a relation is but for its name. */
  public static String content(Relation relation) {
    return MovedRelation.content(relation);
  }

  /** Returns what earlier finishes kept and did not tell, by the old names. */
  public Map<RelationName, Kept> kept(UUID dataSourceId) {
    var kept = new HashMap<RelationName, Kept>();
    JdbcClient.create(jdbc)
        .sql(
            """
            select old_schema, old_name, before, fingerprint from pending_rename
            where data_source_id = :source
            """)
        .param("source", dataSourceId)
        .query(
            row -> {
              kept.put(
                  new RelationName(row.getString(1), row.getString(2)),
                  new Kept(JSON.readTree(row.getString(3)), row.getString(4)));
            });
    return kept;
  }

  /** Keeps what relations were. To be called before their old documents go. */
  public void keep(
      UUID dataSourceId, List<Renamed> relations, Map<RelationName, RelationName> all) {
    jdbc.batchUpdate(
        """
        insert into pending_rename (data_source_id, old_schema, old_name, new_schema, new_name,
                                    fingerprint, before, changes)
        values (?, ?, ?, ?, ?, ?, ?::json, ?::json)
        on conflict (data_source_id, old_schema, old_name) do update
        set new_schema = excluded.new_schema, new_name = excluded.new_name,
            fingerprint = excluded.fingerprint, before = excluded.before,
            changes = excluded.changes, found_at = now()
        """,
        relations.stream()
            .map(
                one ->
                    new Object[] {
                      dataSourceId,
                      one.rename().from().schema(),
                      one.rename().from().name(),
                      one.rename().to().schema(),
                      one.rename().to().name(),
                      one.fingerprint(),
                      JSON.writeValueAsString(one.before()),
                      JSON.writeValueAsString(
                          RelationDiff.between(
                              MovedRelation.to(one.before(), one.rename().to(), all), one.after()))
                    })
            .toList());
  }

  /**
   * Tells the renames, in the transaction that ends the crawl: of each what was still to be told
   * about the old document, the new name, and what changed besides.
   */
  public void tell(CrawlRef crawl, Collection<Rename> renames) {
    jdbc.update(
        """
        with told as (
            select r.* from unnest(?, ?, ?, ?) as g (old_schema, old_name, new_schema, new_name)
            join pending_rename r using (old_schema, old_name, new_schema, new_name)
            where r.data_source_id = ?)
        insert into schema_change (data_source_id, crawl_id, epoch, found_at, schema_name,
                                   relation_name, change, column_name, before, after)
        select ?, ?, ?, found_at, schema_name, relation_name, change, column_name, before, after
        from (
            select t.new_schema, t.new_name, 0 as part, c.place, w.found_at, w.schema_name,
                   w.relation_name, c.item ->> 'change' as change,
                   c.item ->> 'column' as column_name, c.item -> 'before' as before,
                   c.item -> 'after' as after
            from told t
            join pending_write w on w.data_source_id = t.data_source_id
              and w.schema_name = t.old_schema and w.relation_name = t.old_name
              and w.fingerprint = t.fingerprint
            cross join json_array_elements(w.changes) with ordinality as c (item, place)
            union all
            select new_schema, new_name, 1, 0, found_at, new_schema, new_name, 'table_renamed',
                   null, json_build_object('schema', old_schema, 'table', old_name),
                   json_build_object('schema', new_schema, 'table', new_name)
            from told
            union all
            select t.new_schema, t.new_name, 2, c.place, t.found_at, t.new_schema, t.new_name,
                   c.item ->> 'change', c.item ->> 'column', c.item -> 'before', c.item -> 'after'
            from told t
            cross join json_array_elements(t.changes) with ordinality as c (item, place)) all_of_it
        order by new_schema, new_name, part, place
        """,
        renames.stream().map(rename -> rename.from().schema()).toArray(String[]::new),
        renames.stream().map(rename -> rename.from().name()).toArray(String[]::new),
        renames.stream().map(rename -> rename.to().schema()).toArray(String[]::new),
        renames.stream().map(rename -> rename.to().name()).toArray(String[]::new),
        crawl.dataSourceId(),
        crawl.dataSourceId(),
        crawl.crawlId(),
        crawl.epoch());
    jdbc.update("delete from pending_rename where data_source_id = ?", crawl.dataSourceId());
  }
}
