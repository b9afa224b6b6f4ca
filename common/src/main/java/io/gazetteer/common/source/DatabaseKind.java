package io.gazetteer.common.source;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Names the kinds of database that can be registered; the API calls it {@code db_type}. */
public enum DatabaseKind {
  POSTGRESQL("PostgreSQL", 5432),
  MYSQL("MySQL", 3306),
  MARIADB("MariaDB", 3306);

  private static final String POSTGRES = "postgres";

  private final String displayName;
  private final int usualPort;

  DatabaseKind(String displayName, int usualPort) {
    this.displayName = displayName;
    this.usualPort = usualPort;
  }

  /** Returns the port where servers of this kind usually listen. */
  public int usualPort() {
    return usualPort;
  }

  /** Returns the vendor's own spelling, which is also the JSON value. */
  @JsonValue
  public String displayName() {
    return displayName;
  }

  /** Finds a kind by its name, or {@code postgres}, in any case; empty when there is none such. */
  public static Optional<DatabaseKind> lookup(String name) {
    if (name.equalsIgnoreCase(POSTGRES)) {
      return Optional.of(POSTGRESQL);
    }
    return Arrays.stream(values())
        .filter(kind -> kind.displayName.equalsIgnoreCase(name))
        .findFirst();
  }
}
