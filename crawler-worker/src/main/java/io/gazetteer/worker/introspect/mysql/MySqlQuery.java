package io.gazetteer.worker.introspect.mysql;

import io.gazetteer.worker.introspect.SqlFile;
import io.gazetteer.worker.introspect.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Names the queries, each in the {@code .sql} file of its name. A batch gives its names: MariaDB
 * and MySQL 5.7 test a list of names before they open a table, a range of names only afterwards.
 */
enum MySqlQuery {
  LIST,
  COLUMN_COUNTS,
  SCHEMA,
  TABLES,
  ROW_ESTIMATES,
  COLUMNS,
  INDEXES,
  INDEXES_WITH_EXPRESSIONS,
  FOREIGN_KEYS,
  FOREIGN_KEY_RULES,
  FOREIGN_KEY_RULES_BOTH_WAYS,
  CHECKS,
  CHECK_NAMES,
  CHECK_CLAUSES,
  VIEWS,
  PARTITIONS;

  private static final String NAMES = ":names";

  private final String sql = SqlFile.load("mysql/" + name().toLowerCase(Locale.ROOT) + ".sql");

  interface Row {
    void read(ResultSet row) throws SQLException;
  }

  void run(Connection connection, String schema, Row reader) throws SQLException {
    run(connection, schema, List.of(), reader);
  }

  void run(Connection connection, String schema, Collection<String> names, Row reader)
      throws SQLException {
    var markers = String.join(",", Collections.nCopies(names.size(), "?"));
    try (PreparedStatement statement = connection.prepareStatement(sql.replace(NAMES, markers))) {
      // Connector/J's way to ask for rows one at a time instead of all in memory.
      statement.setFetchSize(Integer.MIN_VALUE);
      statement.setString(1, schema);
      int index = 2;
      for (int at = sql.indexOf(NAMES); at >= 0; at = sql.indexOf(NAMES, at + 1)) {
        for (String name : names) {
          statement.setString(index++, name);
        }
      }
      Statements.run(() -> read(statement, reader));
    }
  }

  private static void read(PreparedStatement statement, Row reader) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }
}
