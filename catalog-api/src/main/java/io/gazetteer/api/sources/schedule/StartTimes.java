package io.gazetteer.api.sources.schedule;

import io.gazetteer.common.catalog.CrawlOptions;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calculates when the schedules of data sources start crawls. Thread safe. */
public final class StartTimes {
  private static final Logger log = LoggerFactory.getLogger(StartTimes.class);

  /** Spreads starts over a tenth of the gap: what is asked for at three must not come at noon. */
  private static final int PART_OF_GAP = 10;

  private final Clock clock;
  private final Duration cronSpread;

  /**
   * @param cronSpread by how much at most starts of the same cron expression differ
   */
  StartTimes(Clock clock, Duration cronSpread) {
    this.clock = clock;
    this.cronSpread = cronSpread;
  }

  Instant now() {
    return clock.instant();
  }

  /** Returns the next start of this data source from now; empty when its schedule is off. */
  public Optional<Instant> next(UUID id, CrawlOptions options) {
    return next(id, options, now());
  }

  Optional<Instant> next(UUID id, CrawlOptions options, Instant after) {
    var share = Share.of(id);
    return switch (schedule(options)) {
      case Off off -> Optional.empty();
      case Every every -> Optional.of(every.next(after, share));
      case Cron cron -> cron.next(after).map(start -> start.plus(delay(cron, start, share)));
    };
  }

  private Duration delay(Cron cron, Instant start, Share share) {
    var most = cron.gapAfter(start).dividedBy(PART_OF_GAP);
    return share.of(most.compareTo(cronSpread) < 0 ? most : cronSpread);
  }

  /**
   * Returns the first start when there must be none before this instant. An interval has no times
   * of its own that matter to anyone; the hours of a cron expression are kept.
   */
  Optional<Instant> notBefore(UUID id, CrawlOptions options, Instant earliest) {
    return switch (schedule(options)) {
      case Off off -> Optional.empty();
      case Every every -> Optional.of(earliest);
      case Cron cron -> next(id, options, earliest);
    };
  }

  /**
   * Returns the time from the start that comes after this instant to the following one; empty when
   * the schedule is off.
   */
  Optional<Duration> gap(CrawlOptions options, Instant after) {
    return switch (schedule(options)) {
      case Off off -> Optional.empty();
      case Every every -> Optional.of(every.interval());
      case Cron cron -> cron.next(after).map(cron::gapAfter);
    };
  }

  /**
   * Reads a schedule. One row that cannot be read must not hold up the others: it is crawled as
   * usual.
   */
  private Schedule schedule(CrawlOptions options) {
    try {
      return Schedule.parse(options.schedule(), ZoneId.of(options.timeZone()), now());
    } catch (WrongScheduleException | DateTimeException e) {
      log.warn(
          "The stored schedule {} in {} cannot be read; {} is used in its place",
          options.schedule(),
          options.timeZone(),
          CrawlOptions.DEFAULTS.schedule());
      return Every.parse(CrawlOptions.DEFAULTS.schedule());
    }
  }
}
