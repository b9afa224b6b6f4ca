package io.gazetteer.standalone.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Reads settings from environment variables; an empty one counts as not set. */
record Environment(Map<String, String> variables) {
  static final String ADMIN_PASSWORD = "GAZETTEER_ADMIN_PASSWORD";

  private static final List<String> OF_APPLICATIONS =
      List.of("GAZETTEER_", "SPRING_", "LOGGING_", "SERVER_", "MANAGEMENT_");

  Optional<String> text(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  String text(String name, String otherwise) {
    return text(name).orElse(otherwise);
  }

  /** Returns what Gazetteer's and Spring's own settings are, but for the first password. */
  Map<String, String> ofApplications() {
    return variables.entrySet().stream()
        .filter(variable -> OF_APPLICATIONS.stream().anyMatch(variable.getKey()::startsWith))
        .filter(variable -> !variable.getKey().startsWith(ADMIN_PASSWORD))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Returns the variables whose names start so. */
  Map<String, String> startingWith(String prefix) {
    return variables.entrySet().stream()
        .filter(variable -> variable.getKey().startsWith(prefix))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
