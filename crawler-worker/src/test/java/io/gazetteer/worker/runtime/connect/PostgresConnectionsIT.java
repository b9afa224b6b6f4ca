package io.gazetteer.worker.runtime.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.worker.introspect.SourceServer;
import io.gazetteer.worker.introspect.SourceServer.Login;
import io.gazetteer.worker.introspect.SourceServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresConnectionsIT extends SourceConnectionsContract {

  @Override
  SourceServer server() {
    return SourceServers.postgres();
  }

  @Override
  SourceServer otherServer() {
    return SourceServers.mariaDb();
  }

  @Override
  Login makeLogin(String name, String password) throws SQLException {
    server()
        .execute(
            database,
            "create role " + name + " login password '" + password.replace("'", "''") + "'");
    return new Login(name, password);
  }

  @Override
  void closeDatabase() throws SQLException {
    server().execute(database, "revoke connect on database " + database + " from public");
  }

  @Override
  String sleepForAMinute() {
    return "select pg_sleep(60)";
  }

  @Override
  String countOurStatements() {
    return "select count(*) from pg_stat_activity where application_name = 'gazetteer-crawler'"
        + " and datname = current_database() and state = 'active'";
  }

  @ParameterizedTest
  @CsvSource({
    "search_path, pg_catalog",
    "application_name, gazetteer-crawler",
    "default_transaction_read_only, on",
    "statement_timeout, 30s",
    "lock_timeout, 1s",
    "idle_in_transaction_session_timeout, 40s",
    "max_parallel_workers_per_gather, 0"
  })
  void sessionsBehave(String setting, String value) throws Exception {
    try (Connection connection = server().open(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show " + setting)) {
      row.next();
      assertThat(row.getString(1)).isEqualTo(value);
    }
  }

  @Test
  void connectsToTheDatabaseThatWasAskedFor() throws Exception {
    try (Connection connection = server().open(database)) {
      assertThat(connection.getCatalog()).isEqualTo(database);
    }
  }
}
