package io.gazetteer.api.sources.connectioncheck;

import io.gazetteer.api.sources.connectioncheck.ServerReport.FoundDatabase;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.SourceAddress;
import io.gazetteer.common.source.postgresql.PostgresSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Lists the databases of a server, by the rules of its kind. */
final class ServerDatabases {
  static final int MOST = 1_000;

  /** Every server has these, and lets most users in. */
  private static final List<String> OF_POSTGRES = List.of("postgres", "template1");

  private static final String IN_POSTGRES =
      """
      select d.datname, pg_catalog.has_database_privilege(d.oid, 'connect')
      from pg_catalog.pg_database d
      where d.datallowconn and not d.datistemplate
      order by d.datname
      limit 1001
      """;

  private static final String IN_MYSQL =
      """
      select SCHEMA_NAME, true
      from information_schema.SCHEMATA
      where lower(SCHEMA_NAME) not in
        ('information_schema', 'performance_schema', 'mysql', 'sys', 'ndbinfo')
      order by SCHEMA_NAME
      limit 1001
      """;

  private ServerDatabases() {}

  /** Returns the databases to log in to, one after the other until one lets the user in. */
  static List<SourceAddress> ways(SourceAddress source) {
    var ways = new ArrayList<>(List.of(source));
    if (source.kind() == DatabaseKind.POSTGRESQL) {
      OF_POSTGRES.stream()
          .filter(name -> !name.equals(source.dbName()))
          .forEach(name -> ways.add(source.inDatabase(name)));
    }
    return ways;
  }

  /** Returns the databases in order, one more than the most of them when there are more. */
  static List<FoundDatabase> read(Connection connection, DatabaseKind kind) throws SQLException {
    try (var statement = connection.createStatement()) {
      if (kind != DatabaseKind.POSTGRESQL) {
        return read(statement, IN_MYSQL);
      }
      PostgresSession.of(connection).begin(statement);
      var found = read(statement, IN_POSTGRES);
      statement.execute("rollback");
      return found;
    }
  }

  private static List<FoundDatabase> read(Statement statement, String query) throws SQLException {
    var found = new ArrayList<FoundDatabase>();
    try (var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(new FoundDatabase(rows.getString(1), rows.getBoolean(2), null));
      }
    }
    return found;
  }
}
