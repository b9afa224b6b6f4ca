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

/** What connections to MySQL and MariaDB have in common. */
abstract class MySqlFamilyConnectionsContract extends SourceConnectionsContract {

  /** A condition that holds when the server ends statements after 30 seconds. */
  abstract String statementTimeout();

  @Override
  SourceServer otherServer() {
    return SourceServers.postgres();
  }

  @Override
  Login makeLogin(String name, String password) throws SQLException {
    String literal = password.replace("\\", "\\\\").replace("'", "''");
    server()
        .execute(
            database,
            "create user " + name + "@'%' identified by '" + literal + "'",
            "grant select on " + database + ".* to " + name + "@'%'");
    return new Login(name, password);
  }

  @Override
  void closeDatabase() throws SQLException {
    server().execute(database, "revoke all on " + database + ".* from " + database + "@'%'");
  }

  @Override
  String sleepForAMinute() {
    return "select sleep(60)";
  }

  @Override
  String countOurStatements() {
    return "select count(*) from information_schema.processlist where db = '"
        + database
        + "' and info = 'select sleep(60)'";
  }

  @Test
  void sessionsAreBoundedInTime() throws Exception {
    try (Connection connection = server().open(database);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select @@lock_wait_timeout = 1 and @@" + statementTimeout())) {
      row.next();
      assertThat(row.getBoolean(1)).isTrue();
    }
  }
}
