package io.gazetteer.common.source;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Names the kinds of database that can be registered; the API calls it {@code db_type}. */
public enum DatabaseKind {
  POSTGRESQL("PostgreSQL"),
  MYSQL("MySQL"),
  MARIADB("MariaDB");

  private final String displayName;

  DatabaseKind(String displayName) {
    this.displayName = displayName;
  }

  /** Returns the vendor's own spelling, which is also the JSON value. */
  @JsonValue
  public String displayName() {
    return displayName;
  }

  /** Finds a kind by its name in any case; empty when there is no such kind. */
  public static Optional<DatabaseKind> lookup(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.displayName.equalsIgnoreCase(name))
        .findFirst();
  }
}
