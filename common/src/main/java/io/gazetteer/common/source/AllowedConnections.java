package io.gazetteer.common.source;

import io.gazetteer.common.source.postgresql.PostgresSession;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks a server how many connections it allows: to all, to the user, to the database. */
final class AllowedConnections {
  private static final String POSTGRES =
      """
      select min(a.allowed) from (
        select pg_catalog.current_setting('max_connections')::integer as allowed
        union all
        select r.rolconnlimit from pg_catalog.pg_roles r where r.rolname = current_user
        union all
        select d.datconnlimit from pg_catalog.pg_database d
        where d.datname = pg_catalog.current_database()
      ) a
      where a.allowed > 0
      """;

  private static final String MYSQL =
      """
      select case when @@max_user_connections between 1 and @@max_connections
        then @@max_user_connections else @@max_connections end
      """;

  private AllowedConnections() {}

  static int of(Connection connection, boolean isPostgres) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!isPostgres) {
        return number(statement, MYSQL);
      }
      PostgresSession.of(connection).begin(statement);
      int allowed = number(statement, POSTGRES);
      statement.execute("rollback");
      return allowed;
    }
  }

  private static int number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }
}
