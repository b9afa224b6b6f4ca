package io.gazetteer.worker.introspect.postgresql;

import io.gazetteer.common.source.postgresql.PostgresSession;
import io.gazetteer.worker.introspect.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Runs queries in a short READ ONLY transaction in which all of them see the same state of the
 * catalog, under settings of ours. Statements begin and end it, since the driver would need two
 * more round trips for its isolation level.
 */
final class Snapshot {

  private Snapshot() {}

  interface Reading<T> {
    T read() throws SQLException;
  }

  static <T> T in(Connection connection, Reading<T> reading) throws SQLException {
    connection.setAutoCommit(true);
    var session = PostgresSession.of(connection);
    try (Statement statement = connection.createStatement()) {
      Statements.run(() -> session.begin(statement));
      try {
        var result = reading.read();
        Statements.run(() -> statement.execute("commit"));
        return result;
      } catch (SQLException | RuntimeException e) {
        rollBack(statement, e);
        throw e;
      }
    }
  }

  private static void rollBack(Statement statement, Exception cause) {
    try {
      Statements.run(() -> statement.execute("rollback"));
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
