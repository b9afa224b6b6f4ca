package io.gazetteer.api.sources.schedule;

import java.time.Instant;
import java.time.ZoneId;

/** Says when the crawls of a data source start by themselves. Immutable. */
public sealed interface Schedule permits Off, Every, Cron {

  /**
   * Reads {@code off}, an ISO 8601 duration from a minute to a year, or a cron expression of five
   * fields, or a macro such as {@code @daily}, whose hours are those of this zone.
   *
   * @throws WrongScheduleException when it is none of these, or never starts anything after this
   *     instant
   */
  static Schedule parse(String text, ZoneId zone, Instant now) {
    var trimmed = text.strip();
    if (trimmed.equalsIgnoreCase(Off.TEXT)) {
      return new Off();
    }
    return trimmed.startsWith("P") || trimmed.startsWith("p")
        ? Every.parse(trimmed)
        : Cron.parse(trimmed, zone, now);
  }

  /** Returns the one spelling of the schedule, which {@link #parse} reads back. */
  String format();
}
