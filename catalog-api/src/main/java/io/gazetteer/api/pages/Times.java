package io.gazetteer.api.pages;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes times as the fields of forms have them, in UTC. */
public final class Times {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int LONGEST = 25;

  private Times() {}

  /** Reads a time; empty when there is none, or it is not one. */
  public static Optional<Instant> read(String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var local = LocalDateTime.parse(text.strip().replaceFirst("Z$", ""));
      return local.getYear() > 0 && local.getYear() <= 9999
          ? Optional.of(local.toInstant(ZoneOffset.UTC))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Says what is wrong with times of a form; null when nothing is. */
  public static @Nullable String complaint(String... texts) {
    return Arrays.stream(texts).allMatch(text -> text.isEmpty() || read(text).isPresent())
        ? null
        : "A time is written like 2030-01-31T09:00.";
  }

  /** Writes a time to the minute. */
  public static String write(Instant time) {
    return MINUTES.format(time);
  }
}
