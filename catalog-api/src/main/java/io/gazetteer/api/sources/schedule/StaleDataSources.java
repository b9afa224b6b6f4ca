package io.gazetteer.api.sources.schedule;

import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.common.catalog.DataSources;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds data sources that no crawl has read for two turns of their schedule, and for an hour more
 * than one: a crawl takes its time. One without a schedule is never stale. Thread safe.
 */
public final class StaleDataSources {
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final StartTimes times;

  StaleDataSources(JdbcClient jdbc, StartTimes times) {
    this.jdbc = jdbc;
    this.times = times;
  }

  /**
   * A data source that is stale.
   *
   * @param since the end of the newest crawl that read it, or else its registration
   */
  public record Stale(UUID dataSourceId, Instant since) {}

  private record Aged(DataSource source, Instant since) {}

  public List<Stale> find() {
    return jdbc
        .sql(
            "select "
                + DataSources.COLUMNS
                + """
                , coalesce(
                    (select finished_at from crawl
                     where data_source_id = d.id and state in ('SUCCEEDED', 'PARTIAL')
                     order by epoch desc limit 1), created_at) as fresh_at
                from data_source d
                where deleted_at is null and next_crawl_at is not null
                """)
        .query(
            (row, number) ->
                new Aged(
                    DataSources.map(row, number),
                    row.getObject("fresh_at", OffsetDateTime.class).toInstant()))
        .list()
        .stream()
        .filter(this::isStale)
        .map(aged -> new Stale(aged.source().id(), aged.since()))
        .toList();
  }

  private boolean isStale(Aged aged) {
    return times
        .gap(aged.source().options(), aged.since())
        .map(gap -> aged.since().plus(gap).plus(gap.compareTo(PATIENCE) > 0 ? gap : PATIENCE))
        .filter(due -> due.isBefore(times.now()))
        .isPresent();
  }
}
