package io.gazetteer.api.sources.connectioncheck;

import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.SourceAddress;
import java.util.List;

/**
 * The statements that give a user what a crawl needs, and no more; for an administrator to paste.
 */
final class Grants {
  private static final int MOST_SCHEMAS = 100;

  private Grants() {}

  /** Returns the statements for a user whom the server does not let into the database. */
  static List<String> ofDatabase(SourceAddress source) {
    return source.kind() == DatabaseKind.POSTGRESQL
        ? List.of(
            "GRANT CONNECT ON DATABASE "
                + quoted(source.dbName())
                + " TO "
                + quoted(source.username())
                + ";")
        : inMySql(source, "%");
  }

  /** Grants nothing on tables: their descriptions are open to whoever may use their schema. */
  static List<String> inPostgres(SourceAddress source, List<String> schemas) {
    var user = quoted(source.username());
    return schemas.stream()
        .limit(MOST_SCHEMAS)
        .map(schema -> "GRANT USAGE ON SCHEMA " + quoted(schema) + " TO " + user + ";")
        .toList();
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** Escapes the database's name, which is a pattern in these servers. */
  static List<String> inMySql(SourceAddress source, String host) {
    var database = source.dbName().replaceAll("([\\\\_%])", "\\\\$1").replace("`", "``");
    return List.of(
        "GRANT SELECT, SHOW VIEW ON `"
            + database
            + "`.* TO "
            + literal(source.username())
            + "@"
            + literal(host)
            + ";");
  }

  private static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
