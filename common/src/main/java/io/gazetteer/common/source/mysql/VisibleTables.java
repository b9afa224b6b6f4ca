package io.gazetteer.common.source.mysql;

import java.sql.Connection;
import java.sql.SQLException;

/** Counts what a session sees of a database, which depends on its active roles. */
final class VisibleTables {
  private VisibleTables() {}

  static long count(Connection connection, String dbName) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select count(*) from information_schema.TABLES where TABLE_SCHEMA = ?")) {
      statement.setString(1, dbName);
      try (var row = statement.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }
}
