package io.gazetteer.api.crawls.changes;

import io.gazetteer.api.crawls.changes.SchemaChange.Position;
import io.gazetteer.common.relation.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the history of schemas; that of a table goes on under its older names. Thread safe. */
@Component
public final class SchemaChanges {
  /**
   * All names of the table that is asked for, each with the change up to which it had it. A table
   * that is not named has the row of nulls.
   */
  private static final String NAMES =
      """
      with recursive names (schema_name, relation_name, below) as (
        select cast(:schema as text), cast(:relation as text), cast(null as bigint)
        union
        select s.before ->> 'schema', s.before ->> 'table', s.id
        from names n join schema_change s on s.relation_name = n.relation_name
        where s.data_source_id = :dataSourceId and s.change = 'table_renamed'
          and (n.schema_name is null or s.schema_name = n.schema_name)
          and (n.below is null or s.id < n.below))
      """;

  private static final String CHANGES =
      """
      select s.id, s.epoch, s.found_at, s.crawl_id, s.schema_name, s.relation_name, s.change,
             s.column_name, s.before, s.after
      """;

  /** Batches of a live crawl commit in any order: who saw some would miss others. */
  private static final String IS_COMPLETE =
      """
        and not exists
          (select from crawl c where c.id = s.crawl_id and c.live)
      """;

  private static final String IS_NAMED =
      """
        and exists (
          select from names n
          where (n.schema_name is null or s.schema_name = n.schema_name)
            and (n.relation_name is null or s.relation_name = n.relation_name)
            and (n.below is null or s.id < n.below))
      """;

  /**
   * Each name is looked up in an index: a table that hardly ever changes must not have the history
   * of its whole database read.
   */
  static final String LAST_OF =
      NAMES
          + CHANGES
          + """
          from (
            select schema_name, relation_name,
              case when bool_or(below is null) then null else max(below) end as below
            from names group by schema_name, relation_name) n
          cross join lateral (
            select s.* from schema_change s
            where s.data_source_id = :dataSourceId
              and s.schema_name = n.schema_name and s.relation_name = n.relation_name
              and (n.below is null or s.id < n.below)
          """
          + IS_COMPLETE
          + """
            order by s.epoch desc, s.id desc limit :limit) s
          order by s.epoch desc, s.id desc limit :limit
          """;

  private final JdbcClient jdbc;
  private final SlowStatements slow;

  SchemaChanges(JdbcClient jdbc, SlowStatements slow) {
    this.jdbc = jdbc;
    this.slow = slow;
  }

  /** Lists the changes behind a position, in their order. Those of a live crawl are not shown. */
  List<SchemaChange> page(ChangeFilter filter, Position after, int limit) {
    return filter.isOfAll()
        ? read(filter, after, limit)
        : slow.run(() -> read(filter, after, limit));
  }

  private List<SchemaChange> read(ChangeFilter filter, Position after, int limit) {
    return jdbc.sql(
            NAMES
                + CHANGES
                + """
                from schema_change s
                where s.data_source_id = :dataSourceId
                  and (s.epoch, s.id) > (:epoch, :id)
                  and (cast(:since as timestamptz) is null or s.found_at >= :since)
                  and (:change is null or s.change = :change)
                """
                + IS_NAMED
                + IS_COMPLETE
                + "order by s.epoch, s.id limit :limit")
        .param("dataSourceId", filter.dataSourceId())
        .param("epoch", after.epoch())
        .param("id", after.id())
        .param("since", filter.since(), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("schema", filter.schema(), Types.VARCHAR)
        .param("relation", filter.table(), Types.VARCHAR)
        .param("change", filter.change(), Types.VARCHAR)
        .param("limit", limit)
        .query(SchemaChanges::map)
        .list();
  }

  /** Lists the last changes of a table, the newest first. */
  public List<SchemaChange> lastOf(UUID dataSourceId, String schema, String table, int limit) {
    return jdbc.sql(LAST_OF)
        .param("dataSourceId", dataSourceId)
        .param("schema", schema)
        .param("relation", table)
        .param("limit", limit)
        .query(SchemaChanges::map)
        .list();
  }

  /** Finds the change that gave the last table of a name another one; empty when there is none. */
  public Optional<SchemaChange> renaming(UUID dataSourceId, String schema, String table) {
    return jdbc.sql(
            CHANGES
                + """
                from schema_change s
                where s.data_source_id = :dataSourceId and s.change = 'table_renamed'
                  and s.before ->> 'schema' = :schema and s.before ->> 'table' = :table
                """
                + IS_COMPLETE
                + "order by s.epoch desc, s.id desc limit 1")
        .param("dataSourceId", dataSourceId)
        .param("schema", schema)
        .param("table", table)
        .query(SchemaChanges::map)
        .optional();
  }

  /** Lists the changes of some tables that were found after a time, the newest first. */
  public List<SchemaChange> since(UUID dataSourceId, Instant time, Collection<TableName> tables) {
    return jdbc.sql(
            CHANGES
                + """
                from unnest(cast(:schemas as text[]), cast(:names as text[]))
                  as t (schema_name, name)
                join schema_change s on s.data_source_id = :dataSourceId
                  and s.schema_name = t.schema_name and s.relation_name = t.name
                where s.found_at > :time
                """
                + IS_COMPLETE
                + "order by s.epoch desc, s.id desc")
        .param("schemas", tables.stream().map(TableName::schema).toArray(String[]::new))
        .param("names", tables.stream().map(TableName::table).toArray(String[]::new))
        .param("dataSourceId", dataSourceId)
        .param("time", time.atOffset(ZoneOffset.UTC))
        .query(SchemaChanges::map)
        .list();
  }

  static SchemaChange map(ResultSet row, int rowNumber) throws SQLException {
    return new SchemaChange(
        new Position(row.getLong("epoch"), row.getLong("id")),
        row.getObject("found_at", OffsetDateTime.class).toInstant(),
        row.getObject("crawl_id", UUID.class),
        row.getString("schema_name"),
        row.getString("relation_name"),
        row.getString("change"),
        row.getString("column_name"),
        row.getString("before"),
        row.getString("after"));
  }
}
