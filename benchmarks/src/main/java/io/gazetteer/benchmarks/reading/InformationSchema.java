package io.gazetteer.benchmarks.reading;

import io.gazetteer.benchmarks.source.Target;
import io.gazetteer.common.source.SourceException;
import io.gazetteer.worker.introspect.SqlFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The floor of reading MariaDB: the worker's own queries, each once for the whole schema instead of
 * for the tables of a batch, streamed and thrown away.
 */
public final class InformationSchema {
  private static final List<String> QUERIES =
      List.of(
          "tables",
          "columns",
          "indexes",
          "foreign_keys",
          "foreign_key_rules",
          "checks",
          "row_estimates");
  private static final String OF_A_BATCH = "and TABLE_NAME in (:names)";

  private final Target database;

  public InformationSchema(Target database) {
    this.database = database;
  }

  /** Runs each query once. */
  public void read() throws SQLException, SourceException {
    try (var connection = database.connect()) {
      for (var query : QUERIES) {
        discard(connection, ofTheSchema(SqlFile.load("mysql/" + query + ".sql")));
      }
    }
  }

  private static String ofTheSchema(String sql) {
    if (!sql.contains(OF_A_BATCH)) {
      throw new IllegalStateException("Another query than expected: " + sql);
    }
    return sql.replace(OF_A_BATCH, "");
  }

  private void discard(Connection connection, String sql) throws SQLException {
    try (var statement =
        connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      // Connector/J's way to ask for rows one at a time instead of all in memory.
      statement.setFetchSize(Integer.MIN_VALUE);
      statement.setString(1, database.address().dbName());
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          rows.getBytes(1);
        }
      }
    }
  }
}
