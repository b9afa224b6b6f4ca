package io.gazetteer.worker.introspect.mysql;

import io.gazetteer.worker.introspect.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the keys of a table of MariaDB that have a period as their last part. Its text says so to
 * everyone who may read the table; information_schema says so from 11.4 on, and only to those who
 * have another right besides.
 */
final class PeriodKeys {
  private static final Pattern KEY =
      Pattern.compile(
          "^\\s*(?:PRIMARY KEY|UNIQUE KEY `((?:[^`]|``)+)`) \\(.* WITHOUT OVERLAPS\\)",
          Pattern.MULTILINE);

  private static final Set<Integer> NOT_THERE_OR_NOT_FOR_US = Set.of(1142, 1143, 1146);

  private PeriodKeys() {}

  /** Returns the names of the keys; none when the table is gone or the user may not read it. */
  static Set<String> of(Connection connection, String schema, String table) throws SQLException {
    var keys = new HashSet<String>();
    try (Statement statement = connection.createStatement()) {
      Statements.run(
          () -> {
            try (ResultSet row =
                statement.executeQuery(
                    "show create table " + quoted(schema) + "." + quoted(table))) {
              if (row.next()) {
                addKeys(row.getString(2), keys);
              }
            }
          });
    } catch (SQLException e) {
      if (!NOT_THERE_OR_NOT_FOR_US.contains(e.getErrorCode())) {
        throw e;
      }
    }
    return keys;
  }

  private static void addKeys(String text, Set<String> keys) {
    var found = KEY.matcher(text);
    while (found.find()) {
      var name = found.group(1);
      keys.add(name == null ? MySqlIndex.PRIMARY : name.replace("``", "`"));
    }
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
