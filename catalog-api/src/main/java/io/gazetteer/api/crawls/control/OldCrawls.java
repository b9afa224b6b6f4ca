package io.gazetteer.api.crawls.control;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets crawls that nobody asks for any more. Safe between processes. */
public final class OldCrawls {
  /** Limits a transaction, since a crawl may take thousands of rows with it. */
  private static final int AT_ONCE = 100;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Kept kept;

  OldCrawls(JdbcClient jdbc, Clock clock, Kept kept) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.kept = kept;
  }

  /**
   * Limits what stays: of each data source so many of its newest ended crawls, and all that ended
   * within this time. The newest ended one always stays: it is the last result, and may be HELD.
   */
  record Kept(int number, Duration time) {
    Kept {
      if (number < 1 || time.isNegative()) {
        throw new IllegalArgumentException(
            "gazetteer.crawls.keep-count must be 1 or more, keep-days 0 or more");
      }
    }
  }

  /** Removes old crawls; returns how many. */
  int removeAll() {
    int removed = 0;
    int now;
    do {
      now = removeSome();
      removed += now;
    } while (now == AT_ONCE);
    return removed;
  }

  private int removeSome() {
    return jdbc.sql(
            """
            delete from crawl where id = any(array(
              select old.id
              from data_source d
              cross join lateral (
                select epoch from crawl
                where data_source_id = d.id and finished_at is not null
                order by epoch desc offset :keep - 1 limit 1) last_kept
              join crawl old on old.data_source_id = d.id and old.epoch < last_kept.epoch
              where old.finished_at < :before
              limit :most))
            """)
        .param("keep", kept.number())
        .param("before", clock.instant().minus(kept.time()).atOffset(ZoneOffset.UTC))
        .param("most", AT_ONCE)
        .update();
  }
}
