package io.gazetteer.worker.runtime.connect;

import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.worker.introspect.Introspector;
import io.gazetteer.worker.introspect.mysql.MySqlIntrospector;
import io.gazetteer.worker.introspect.postgresql.PostgresIntrospector;

/** Knows which introspector reads which kind of database. */
public class Introspectors {

  private Introspectors() {}

  /** Returns the introspector for a kind of database; MariaDB is read by that of MySQL. */
  public static Introspector of(DatabaseKind kind) {
    return switch (kind) {
      case POSTGRESQL -> new PostgresIntrospector();
      case MYSQL, MARIADB -> new MySqlIntrospector();
    };
  }
}
