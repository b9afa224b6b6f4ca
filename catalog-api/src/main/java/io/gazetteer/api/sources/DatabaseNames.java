package io.gazetteer.api.sources;

import io.gazetteer.common.catalog.NamePattern;
import java.util.List;

/**
 * Compares names of databases, in the two ways that callers may mean.
 *
 * <p>A parameter {@code db_name} is exact: it names the database that an answer is about, a program
 * took it from an earlier answer, and PostgreSQL has databases whose names differ in case only. In
 * the language of a search {@code db:} is taken in any case and may be a pattern: a person types it
 * from memory, and it only narrows what is found.
 */
final class DatabaseNames {
  private DatabaseNames() {}

  /** Says whether a parameter that was given so often names the database; none fits any. */
  static boolean areParameters(List<String> parameters, String dbName) {
    return parameters.isEmpty() || parameters.contains(dbName);
  }

  /** Returns what {@code db:} and this text fit. */
  static NamePattern typed(String nameOrPattern) {
    return new NamePattern(nameOrPattern);
  }
}
