package io.gazetteer.api.schema.compare;

import io.gazetteer.api.crawls.changes.SlowStatements;
import io.gazetteer.api.schema.compare.Comparison.Place;
import io.gazetteer.common.relation.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pairs the names of the tables of two sides, in parts. Thread safe. */
@Component
final class ComparedNames {
  /**
   * The tables of a side now, without those added since, and with those removed since; a renamed
   * one was there under its old name.
   */
  private static final String SIDE =
      """
      %1$s_since as (
        select n.schema_name, n.relation_name,
          (array_agg(n.change order by s.epoch, s.id))[1] as first
        from schema_change s
        cross join lateral (
          select s.schema_name, s.relation_name,
            case s.change when 'table_removed' then s.change else 'table_added' end as change
          union all
          select s.before ->> 'schema', s.before ->> 'table', 'table_removed'
          where s.change = 'table_renamed') n
        where s.data_source_id = :%1$s and s.found_at > cast(:%1$sAt as timestamptz)
          and s.change in ('table_added', 'table_removed', 'table_renamed')
          and not exists (select from crawl c where c.id = s.crawl_id and c.live)
        group by n.schema_name, n.relation_name),
      %1$s_names as (
        select schema_name, name
        from known_relations k, unnest(k.relation_names) as name
        where data_source_id = :%1$s
          and not exists (
            select from %1$s_since a
            where a.first = 'table_added'
              and a.schema_name = k.schema_name and a.relation_name = name)
        union
        select schema_name, relation_name from %1$s_since where first = 'table_removed'),
      %1$s_keys as (
        select schema_name, name,
          (case when :oneSchema then '' when :anyCase then lower(schema_name)
             else schema_name end) collate "C" as schema_key,
          (case when :anyCase then lower(name) else name end) collate "C" as name_key
        from %1$s_names
        where cast(:%1$sSchema as text) is null or schema_name = :%1$sSchema)
      """;

  private final JdbcClient jdbc;
  private final SlowStatements slow;

  ComparedNames(JdbcClient jdbc, SlowStatements slow) {
    this.jdbc = jdbc;
    this.slow = slow;
  }

  /**
   * A side.
   *
   * @param schema null for all
   * @param at null for now
   */
  record Side(UUID dataSourceId, @Nullable String schema, @Nullable Instant at) {}

  /** A table of each side, or of one; and its place in the order of all. */
  record Pair(Optional<TableName> left, Optional<TableName> right, Place place) {}

  /** Lists the pairs behind a place. */
  List<Pair> page(Side left, Side right, boolean anyCase, Place after, int limit) {
    return slow.run(() -> read(left, right, anyCase, after, limit));
  }

  private List<Pair> read(Side left, Side right, boolean anyCase, Place after, int limit) {
    return jdbc.sql(
            "with "
                + SIDE.formatted("left")
                + ", "
                + SIDE.formatted("right")
                + """
                select l.schema_name as left_schema, l.name as left_name,
                  r.schema_name as right_schema, r.name as right_name,
                  coalesce(l.schema_key, r.schema_key) as schema_key,
                  coalesce(l.name_key, r.name_key) as name_key
                from left_keys l
                full join right_keys r on l.schema_key = r.schema_key and l.name_key = r.name_key
                where (coalesce(l.schema_key, r.schema_key), coalesce(l.name_key, r.name_key))
                  > (:schema, :name)
                order by 5, 6, 2, 4 limit :limit
                """)
        .param("left", left.dataSourceId())
        .param("leftSchema", left.schema(), Types.VARCHAR)
        .param("leftAt", time(left.at()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("right", right.dataSourceId())
        .param("rightSchema", right.schema(), Types.VARCHAR)
        .param("rightAt", time(right.at()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("oneSchema", left.schema() != null && right.schema() != null)
        .param("anyCase", anyCase)
        .param("schema", after.schema())
        .param("name", after.name())
        .param("limit", limit)
        .query(ComparedNames::pair)
        .list();
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  private static Pair pair(ResultSet row, int number) throws SQLException {
    return new Pair(
        name(row.getString("left_schema"), row.getString("left_name")),
        name(row.getString("right_schema"), row.getString("right_name")),
        new Place(row.getString("schema_key"), row.getString("name_key")));
  }

  private static Optional<TableName> name(@Nullable String schema, @Nullable String name) {
    return schema == null || name == null
        ? Optional.empty()
        : Optional.of(new TableName(schema, name));
  }
}
