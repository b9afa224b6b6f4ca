package io.gazetteer.standalone.settings;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads settings from environment variables; an empty one counts as not set. */
record Environment(Map<String, String> variables) {
  Optional<String> text(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  String text(String name, String otherwise) {
    return text(name).orElse(otherwise);
  }

  /** Reads a TCP port, 1 to 65535. */
  OptionalInt port(String name) {
    return text(name).map(value -> OptionalInt.of(port(name, value))).orElse(OptionalInt.empty());
  }

  private static int port(String name, String value) {
    try {
      var port = Integer.parseInt(value.strip());
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number that is out of range.
    }
    throw new CannotStartException(
        name + " is '" + value + "', which is no port: give a number from 1 to 65535.");
  }
}
