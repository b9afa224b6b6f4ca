package io.gazetteer.api.sources.schedule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Starts a crawl again after an interval, in whole seconds. */
record Every(Duration interval) implements Schedule {
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(365);
  private static final Pattern WEEKS = Pattern.compile("[Pp](\\d{1,2})[Ww]");

  Every {
    if (interval.compareTo(SHORTEST) < 0
        || interval.compareTo(LONGEST) > 0
        || !interval.equals(interval.truncatedTo(ChronoUnit.SECONDS))) {
      throw new WrongScheduleException(WrongScheduleException.NO_SCHEDULE);
    }
  }

  static Every parse(String text) {
    var weeks = WEEKS.matcher(text);
    if (weeks.matches()) {
      return new Every(Duration.ofDays(7L * Integer.parseInt(weeks.group(1))));
    }
    try {
      return new Every(Duration.parse(text));
    } catch (DateTimeException e) {
      throw new WrongScheduleException(WrongScheduleException.NO_SCHEDULE);
    }
  }

  /**
   * Returns the first of this share's points that is more than half an interval away, and so within
   * the interval: there are two points in each. The points do not depend on what happened before:
   * data sources that start together once, because they were registered together or are all
   * overdue, are apart the next time.
   */
  Instant next(Instant after, Share share) {
    Duration half = Duration.ofSeconds(interval.toSeconds() / 2);
    long earliest = after.plus(half).getEpochSecond() + 1;
    long wait = Math.floorMod(share.of(half).toSeconds() - earliest, half.toSeconds());
    return Instant.ofEpochSecond(earliest + wait);
  }

  @Override
  public String format() {
    return interval.equals(Duration.ofDays(interval.toDays()))
        ? "P" + interval.toDays() + "D"
        : interval.toString();
  }
}
