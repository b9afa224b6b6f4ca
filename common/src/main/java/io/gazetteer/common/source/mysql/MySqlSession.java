package io.gazetteer.common.source.mysql;

import io.gazetteer.common.source.SourceTimeouts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** Sets up sessions of MySQL and MariaDB, which have other names for the same settings. */
public final class MySqlSession {

  private MySqlSession() {}

  public static void prepare(Connection connection, SourceTimeouts timeouts) throws SQLException {
    int statementMillis = SourceTimeouts.millis(timeouts.statement());
    String version = connection.getMetaData().getDatabaseProductVersion();
    String statementTimeout =
        version.toLowerCase(Locale.ROOT).contains("mariadb")
            ? "max_statement_time = " + statementMillis / 1000.0
            : "max_execution_time = " + statementMillis;
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "set session lock_wait_timeout = "
              + SourceTimeouts.seconds(timeouts.lock())
              + ", session "
              + statementTimeout);
    }
    connection.setReadOnly(true);
  }
}
