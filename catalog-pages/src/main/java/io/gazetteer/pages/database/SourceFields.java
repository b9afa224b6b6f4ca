package io.gazetteer.pages.database;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields of a form that says how to reach a server. */
public interface SourceFields {
  /** The fields besides filters that few people need. */
  Set<String> OPTIONS = Set.of("schedule", "time_zone", "max_connections", "ca_certificate");

  /** Returns the values of the fields, never that of the password. */
  Map<String, String> values();

  /** Returns what is wrong with fields, by name. */
  Map<String, String> wrong();

  /** Returns the kinds of servers to choose from. */
  List<String> kinds();

  /** Returns the modes of encryption to choose from. */
  List<String> tlsModes();

  /** Says whether something is wrong with what is folded away at first. */
  default boolean hasWrongOption() {
    return wrong().keySet().stream()
        .anyMatch(field -> field.startsWith("filters") || OPTIONS.contains(field));
  }

  /** Returns the value of a field; empty for none. */
  default String value(String field) {
    return values().getOrDefault(field, "");
  }
}
