package io.gazetteer.common.source.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Activates the roles that an account of MySQL was granted: rights by a role that is no default
 * role count only then. Who has none gets none: with roles switched on, MySQL no longer takes
 * {@code _} and {@code %} in granted names of databases for patterns. An account with both gets
 * what shows more of the database.
 */
final class MySqlRoles {
  /** Finds a pattern in the name of a database; {@code \\_} is a letter. */
  private static final Pattern OF_DATABASES =
      Pattern.compile(" ON `(?:[^`\\\\]|\\\\.|``)*?[_%].*?`\\.\\* TO ");

  private final Connection connection;
  private final String dbName;

  MySqlRoles(Connection connection, String dbName) {
    this.connection = connection;
    this.dbName = dbName;
  }

  /** Activates the roles; a server or proxy that knows no roles has none to activate. */
  void activate() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      var grants = grants(statement);
      if (grants.stream().allMatch(line -> line.contains(" ON "))) {
        return;
      }
      boolean patterns = grants.stream().anyMatch(line -> OF_DATABASES.matcher(line).find());
      long without = patterns ? countWithout(statement) : 0;
      statement.execute("set role all");
      if (patterns && VisibleTables.count(connection, dbName) < without) {
        statement.execute("set role none");
      }
    } catch (SQLException e) {
      if (MySqlSession.isOfConnection(e)) {
        throw e;
      }
    }
  }

  private long countWithout(Statement statement) throws SQLException {
    statement.execute("set role none");
    return VisibleTables.count(connection, dbName);
  }

  /** A line that grants a role names no object. */
  private static List<String> grants(Statement statement) throws SQLException {
    var lines = new ArrayList<String>();
    try (ResultSet rows = statement.executeQuery("show grants")) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }
}
