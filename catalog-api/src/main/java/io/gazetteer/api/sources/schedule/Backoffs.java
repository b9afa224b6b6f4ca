package io.gazetteer.api.sources.schedule;

import io.gazetteer.common.catalog.DataSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Knows which data sources keep failing, and how long they are left alone: read from their crawls,
 * so that whatever ends a crawl, in whichever process, counts. Thread safe.
 */
public final class Backoffs {
  /** A source is not left alone for what happened on our side. */
  private static final String[] OURS = {
    "index_unavailable", "index_refused", "index_mismatch", "worker_lost", "internal_error"
  };

  private static final Duration LONGEST = Duration.ofDays(7);
  private static final int MOST_DOUBLINGS = 6;

  private final JdbcClient jdbc;
  private final StartTimes times;

  Backoffs(JdbcClient jdbc, StartTimes times) {
    this.jdbc = jdbc;
    this.times = times;
  }

  private record Failures(UUID id, int number, Instant newest) {
    static Failures map(ResultSet row, int rowNumber) throws SQLException {
      return new Failures(
          row.getObject("id", UUID.class),
          row.getInt("number"),
          row.getObject("newest", OffsetDateTime.class).toInstant());
    }
  }

  /** Finds the back-offs by data source; one that does not back off is not in the map. */
  public Map<UUID, Backoff> of(Collection<DataSource> sources) {
    var failures = new HashMap<UUID, Failures>();
    failuresOf(sources).forEach(found -> failures.put(found.id(), found));
    var backoffs = new HashMap<UUID, Backoff>();
    for (DataSource source : sources) {
      Optional.ofNullable(failures.get(source.id()))
          .flatMap(found -> backoff(source, found))
          .ifPresent(backoff -> backoffs.put(source.id(), backoff));
    }
    return backoffs;
  }

  /** Returns when the schedule will start a crawl of this data source, its back-off considered. */
  public Optional<Instant> nextCrawlAt(DataSource source, @Nullable Backoff backoff) {
    var next = source.nextCrawlAt();
    return next == null || backoff == null || !next.isBefore(backoff.until())
        ? Optional.ofNullable(next)
        : times.notBefore(source.id(), source.options(), backoff.until());
  }

  /**
   * A crawl without a plan counts from the minute at which everyone may see that it has failed, see
   * {@link io.gazetteer.api.crawls.progress.SeenCrawl}.
   */
  private List<Failures> failuresOf(Collection<DataSource> sources) {
    return jdbc.sql(
            """
            select given.id, failed.number, failed.newest
            from unnest(:ids) as given (id)
            cross join lateral (
              select count(*) as number, max(seen_at) as newest
              from (
                select epoch, coalesce(
                  case when batches_total is null then started_at
                    + greatest(1, ceil(extract(epoch from finished_at - started_at) / 60))
                      * interval '1 minute' end, finished_at) as seen_at
                from crawl where data_source_id = given.id and state = 'FAILED'
                  and coalesce(error_code, '') <> all(:ours)) ended
              where seen_at <= now()
                and epoch > coalesce(
                  (select epoch from crawl
                   where data_source_id = given.id and state in ('SUCCEEDED', 'PARTIAL', 'HELD')
                   order by epoch desc limit 1), 0)) failed
            where failed.number >= 2
            """)
        .param("ours", OURS)
        .param("ids", sources.stream().map(DataSource::id).toArray(UUID[]::new))
        .query(Failures::map)
        .list();
  }

  private Optional<Backoff> backoff(DataSource source, Failures failures) {
    return times
        .gap(source.options(), failures.newest())
        .map(gap -> pause(gap, failures.number()))
        .map(pause -> new Backoff(failures.number(), failures.newest().plus(pause)));
  }

  private static Duration pause(Duration gap, int failed) {
    var doubled = gap.multipliedBy(1L << Math.min(failed - 1, MOST_DOUBLINGS));
    var most = gap.compareTo(LONGEST) > 0 ? gap : LONGEST;
    return doubled.compareTo(most) < 0 ? doubled : most;
  }
}
