package io.gazetteer.api.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Says numbers and times in words. */
public final class Texts {
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int DAY = 24 * HOUR;
  private static final int LONG_AGO = 60 * DAY;

  private Texts() {}

  /** Returns a number with separators, for example {@code 12,345}. */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Returns a number of things, for example {@code 1 table} or {@code 2 tables}. */
  public static String count(long number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }

  /** Says how long ago it was, for example {@code 5 minutes ago}. */
  public static String ago(Instant then, Instant now) {
    long seconds = Math.max(0, Duration.between(then, now).toSeconds());
    if (seconds < MINUTE) {
      return "just now";
    }
    return seconds >= LONG_AGO ? "on " + then.toString().substring(0, 10) : span(seconds) + " ago";
  }

  /** Says how long it lasts, in one unit. */
  public static String span(long seconds) {
    if (seconds < MINUTE) {
      return count(seconds, "second", "seconds");
    }
    if (seconds < HOUR) {
      return count(seconds / MINUTE, "minute", "minutes");
    }
    return seconds < 2 * DAY
        ? count(seconds / HOUR, "hour", "hours")
        : count(seconds / DAY, "day", "days");
  }
}
