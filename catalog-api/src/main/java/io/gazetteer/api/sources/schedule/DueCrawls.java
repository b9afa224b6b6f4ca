package io.gazetteer.api.sources.schedule;

import io.gazetteer.api.crawls.control.CrawlStarter;
import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.common.catalog.DataSources;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts the crawls that are due. Safe between processes: each takes other rows. */
final class DueCrawls {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final CrawlStarter starter;
  private final StartTimes times;
  private final Backoffs backoffs;

  DueCrawls(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      CrawlStarter starter,
      StartTimes times,
      Backoffs backoffs) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.starter = starter;
    this.times = times;
    this.backoffs = backoffs;
  }

  private enum Turn {
    NOBODY,
    STARTED,
    SKIPPED,
    TAKEN
  }

  /** Starts a crawl of every data source that is due and has no live one; returns how many. */
  int startAll() {
    // Whoever had a turn is due after this instant, so that the loop ends.
    var now = times.now();
    int started = 0;
    while (true) {
      var turn = transaction.execute(status -> takeTurn(now, status));
      if (turn == Turn.STARTED) {
        started++;
      } else if (turn != Turn.SKIPPED) {
        return started;
      }
    }
  }

  private Turn takeTurn(Instant now, TransactionStatus status) {
    var due = lockOne(now);
    if (due.isEmpty()) {
      return Turn.NOBODY;
    }
    var source = due.get();
    var next = times.next(source.id(), source.options(), now);
    var backoff = backoffs.of(List.of(source)).get(source.id());
    if (backoff != null && backoff.until().isAfter(now)) {
      skip(source, next, backoff);
      return Turn.SKIPPED;
    }
    return start(source, next, status);
  }

  private Turn start(DataSource source, Optional<Instant> next, TransactionStatus status) {
    long epoch = source.epoch() + 1;
    jdbc.sql("update data_source set epoch = :epoch, next_crawl_at = :next where id = :id")
        .param("id", source.id())
        .param("epoch", epoch)
        .param("next", timestamp(next))
        .update();
    if (starter.insert(source.id(), epoch).isPresent()) {
      return Turn.STARTED;
    }
    // Someone else's crawl got in between; the data source stays due until that is over.
    status.setRollbackOnly();
    return Turn.TAKEN;
  }

  /** Skips a turn. The usual one comes no later, so that a success ends the back-off at once. */
  private void skip(DataSource source, Optional<Instant> next, Backoff backoff) {
    var resumed = times.notBefore(source.id(), source.options(), backoff.until());
    var turn = Stream.of(next, resumed).flatMap(Optional::stream).min(Instant::compareTo);
    jdbc.sql("update data_source set next_crawl_at = :next where id = :id")
        .param("id", source.id())
        .param("next", timestamp(turn))
        .update();
  }

  private static @Nullable Object timestamp(Optional<Instant> instant) {
    return instant.map(time -> time.atOffset(ZoneOffset.UTC)).orElse(null);
  }

  /** Locks one that is due. A data source that missed several turns is crawled once. */
  private Optional<DataSource> lockOne(Instant now) {
    return jdbc.sql(
            "select "
                + DataSources.COLUMNS
                + """
                 from data_source d
                where next_crawl_at <= :now and deleted_at is null
                  and not exists (
                    select from crawl where data_source_id = d.id and live)
                order by next_crawl_at limit 1
                for update skip locked
                """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(DataSources::map)
        .optional();
  }
}
