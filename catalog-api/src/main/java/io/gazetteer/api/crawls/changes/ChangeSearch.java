package io.gazetteer.api.crawls.changes;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds changes over all data sources, the newest first. Thread safe. */
@Component
public final class ChangeSearch {
  private final JdbcClient jdbc;

  private final SlowStatements slow;

  ChangeSearch(JdbcClient jdbc, SlowStatements slow) {
    this.jdbc = jdbc;
    this.slow = slow;
  }

  /**
   * What is asked for; what is null does not matter.
   *
   * @param dataSourceIds of any of which it must be
   * @param since found then or later
   * @param until found before then
   * @param before only those found before the one with this id
   */
  public record Wanted(
      @Nullable List<UUID> dataSourceIds,
      @Nullable String schema,
      @Nullable String table,
      @Nullable String change,
      @Nullable Instant since,
      @Nullable Instant until,
      long before) {
    /** Everything. */
    public static final Wanted ALL = new Wanted(null, null, null, null, null, null, Long.MAX_VALUE);

    /**
     * Whether the next changes are wanted, whatever they are. That fewer than asked for are of a
     * kind, or of a time, is known only at the end of the history.
     */
    private boolean isOfAll() {
      return equals(new Wanted(null, null, null, null, null, null, before));
    }
  }

  /** A change and the data source that it is of. */
  public record Found(UUID dataSourceId, SchemaChange change) {}

  /** Lists changes. Those of a live crawl are not shown, since they are not yet all there. */
  public List<Found> newest(Wanted wanted, int limit) {
    return wanted.isOfAll() ? read(wanted, limit) : slow.run(() -> read(wanted, limit));
  }

  private List<Found> read(Wanted wanted, int limit) {
    var ids = wanted.dataSourceIds();
    return jdbc.sql(
            """
            select s.data_source_id, s.id, s.epoch, s.found_at, s.crawl_id, s.schema_name,
                   s.relation_name, s.change, s.column_name, s.before, s.after
            from schema_change s join data_source d on d.id = s.data_source_id
            where d.deleted_at is null and s.id < :before
              and (:any or s.data_source_id = any(:ids))
              and (:schema is null or s.schema_name = :schema)
              and (:relation is null or s.relation_name = :relation)
              and (:change is null or s.change = :change)
              and (cast(:since as timestamptz) is null or s.found_at >= :since)
              and (cast(:until as timestamptz) is null or s.found_at < :until)
              and not exists (select from crawl c where c.id = s.crawl_id and c.live)
            order by s.id desc limit :limit
            """)
        .param("before", wanted.before())
        .param("any", ids == null)
        .param("ids", ids == null ? new UUID[0] : ids.toArray(UUID[]::new))
        .param("schema", wanted.schema(), Types.VARCHAR)
        .param("relation", wanted.table(), Types.VARCHAR)
        .param("change", wanted.change(), Types.VARCHAR)
        .param("since", time(wanted.since()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("until", time(wanted.until()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("limit", limit)
        .query(
            (row, number) ->
                new Found(
                    row.getObject("data_source_id", UUID.class), SchemaChanges.map(row, number)))
        .list();
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
