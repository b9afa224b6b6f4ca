package io.gazetteer.common.source.mysql;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.ServerVersion;
import io.gazetteer.common.source.SourceLogin;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sets up sessions of MySQL and MariaDB, so that nothing that a server or an account has set shapes
 * an answer.
 */
public final class MySqlSession {
  private static final int UNKNOWN_VARIABLE = 1193;

  private MySqlSession() {}

  /**
   * Prepares a session.
   *
   * @throws SettingsNotTakenException when the server refuses a setting that it has
   */
  public static void prepare(Connection connection, SourceLogin login) throws SQLException {
    var version = version(connection);
    boolean mariaDb = isMariaDb(connection);
    var settings =
        mariaDb
            ? MySqlSettings.ofMariaDb(login.timeouts())
            : MySqlSettings.ofMySql(login.timeouts(), version);
    try (Statement statement = connection.createStatement()) {
      set(statement, settings);
      if (mariaDb) {
        new MariaDbRoles(connection, login.source().dbName()).activate();
      } else if (version.meetsMinimum(new ServerVersion(8, 0, 0))) {
        new MySqlRoles(connection, login.source().dbName()).activate();
      }
    }
    if (connection.getCatalog() == null || connection.getCatalog().isEmpty()) {
      connection.setCatalog(login.source().dbName());
    }
    connection.setReadOnly(true);
  }

  static boolean isMariaDb(Connection connection) throws SQLException {
    return connection
        .getMetaData()
        .getDatabaseProductVersion()
        .toLowerCase(Locale.ROOT)
        .contains("mariadb");
  }

  private static ServerVersion version(Connection connection) throws SQLException {
    return connection
        .unwrap(MysqlConnection.class)
        .getSession()
        .getServerSession()
        .getServerVersion();
  }

  /** Sets all in one statement; one by one where the server lacks some of them. */
  private static void set(Statement statement, Map<String, String> settings) throws SQLException {
    try {
      statement.execute(
          settings.entrySet().stream()
              .map(setting -> setting.getKey() + " = " + setting.getValue())
              .collect(Collectors.joining(", session ", "set session ", "")));
    } catch (SQLException e) {
      if (isOfConnection(e)) {
        throw e;
      }
      for (var setting : settings.entrySet()) {
        set(statement, setting.getKey(), setting.getValue());
      }
    }
  }

  private static void set(Statement statement, String name, String value) throws SQLException {
    try {
      statement.execute("set session " + name + " = " + value);
    } catch (SQLException e) {
      if (isOfConnection(e)) {
        throw e;
      }
      if (e.getErrorCode() != UNKNOWN_VARIABLE) {
        throw new SettingsNotTakenException(e);
      }
    }
  }

  static boolean isOfConnection(SQLException failure) {
    return failure.getSQLState() == null || failure.getSQLState().startsWith("08");
  }
}
