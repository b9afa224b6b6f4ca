package io.gazetteer.worker.introspect.postgresql;

import io.gazetteer.worker.introspect.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Runs queries in a short READ ONLY transaction in which all of them see the same state of the
 * catalog. Statements begin and end it, since the driver would need two more round trips for its
 * isolation level.
 */
final class Snapshot {

  private Snapshot() {}

  interface Reading<T> {
    T read() throws SQLException;
  }

  static <T> T in(Connection connection, Reading<T> reading) throws SQLException {
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      Statements.run(() -> statement.execute("begin isolation level repeatable read read only"));
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
