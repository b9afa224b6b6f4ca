package io.gazetteer.api.web.input;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads times in requests. */
@FromRequest
public final class AsOf {
  public static final String RULE = "must be a time with its offset, like 2030-01-31T09:00:00Z";
  private static final int LAST_YEAR = 9999;

  private AsOf() {}

  /** Reads a time that may be left out; null when it is, or is wrong, which is reported. */
  public static @Nullable Instant read(String name, Parameters parameters) {
    var text = parameters.find(name);
    var time = text.flatMap(AsOf::parse);
    if (text.isPresent() && time.isEmpty()) {
      parameters.refuse(name, RULE);
    }
    return time.map(OffsetDateTime::toInstant).orElse(null);
  }

  /** Reads a time with its offset; empty when it is none. */
  public static Optional<OffsetDateTime> parse(String text) {
    try {
      // An offset's plus that was not encoded has become a space on its way.
      var time = OffsetDateTime.parse(text.replace(' ', '+'));
      return Optional.of(time).filter(one -> one.getYear() >= 0 && one.getYear() <= LAST_YEAR);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
