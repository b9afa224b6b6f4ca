package io.gazetteer.api.sources.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.scheduling.support.CronExpression;

/**
 * At the times of a cron expression in a time zone.
 *
 * @param text five fields, or a macro
 * @param expression the same with seconds in front
 */
record Cron(String text, CronExpression expression, ZoneId zone) implements Schedule {
  private static final int MOST_CHARACTERS = 200;
  private static final Pattern FIVE_FIELDS =
      Pattern.compile("[0-9A-Za-z*?/,#-]+( [0-9A-Za-z*?/,#-]+){4}");
  private static final Pattern MACRO = Pattern.compile("@[A-Za-z]+");

  /** Counts the fields of seconds, minutes and hours. */
  private static final Pattern ANY_HOUR = Pattern.compile("\\S+ \\S+ \\*");

  static Cron parse(String text, ZoneId zone, Instant now) {
    var spelling = spelling(text);
    var cron = new Cron(spelling, expression(spelling), zone);
    if (cron.next(now).isEmpty()) {
      throw new WrongScheduleException("never starts a crawl: there is no such date");
    }
    return cron;
  }

  private static CronExpression expression(String text) {
    try {
      if (text.length() <= MOST_CHARACTERS && MACRO.matcher(text).matches()) {
        return CronExpression.parse(text);
      }
      if (text.length() <= MOST_CHARACTERS && FIVE_FIELDS.matcher(text).matches()) {
        return CronExpression.parse("0 " + text);
      }
    } catch (IllegalArgumentException e) {
      // Said below: its message repeats what was typed.
    }
    throw new WrongScheduleException(WrongScheduleException.NO_SCHEDULE);
  }

  private static String spelling(String text) {
    return text.startsWith("@") ? text.toLowerCase(Locale.ROOT) : text.replaceAll("\\s+", " ");
  }

  /**
   * The first time after this instant. An expression that names hours starts once for each time it
   * names, like the crons people know: on the day the clocks go forward, a time that is skipped
   * comes as much later, and on the day they go back, a time that comes twice counts once. One for
   * every hour goes on through both as if there were no clocks.
   */
  Optional<Instant> next(Instant after) {
    return namesHours() ? nextNamed(after) : nextOfAny(after);
  }

  private boolean namesHours() {
    return !ANY_HOUR.matcher(expression.toString()).lookingAt();
  }

  private Optional<Instant> nextOfAny(Instant after) {
    return Optional.ofNullable(expression.next(after.atZone(zone))).map(Instant::from);
  }

  private Optional<Instant> nextNamed(Instant after) {
    LocalDateTime time = expression.next(LocalDateTime.ofInstant(after, zone));
    while (time != null) {
      var start = time.atZone(zone).toInstant();
      if (start.isAfter(after)) {
        return Optional.of(start);
      }
      time = expression.next(time);
    }
    return Optional.empty();
  }

  /** Returns the time from one of its times to the next one. */
  Duration gapAfter(Instant start) {
    return Duration.between(start, next(start).orElse(start));
  }

  @Override
  public String format() {
    return text;
  }
}
