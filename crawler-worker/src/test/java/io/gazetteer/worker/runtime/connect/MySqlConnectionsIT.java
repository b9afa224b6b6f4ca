package io.gazetteer.worker.runtime.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.worker.introspect.SourceServer;
import io.gazetteer.worker.introspect.SourceServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("io.gazetteer.servers.mysql.EmbeddedMySql#isAvailable")
class MySqlConnectionsIT extends MySqlFamilyConnectionsContract {

  @Override
  SourceServer server() {
    return SourceServers.mySql();
  }

  @Override
  String statementTimeout() {
    return "max_execution_time = 30000";
  }

  /** With roles switched on, MySQL takes granted names of databases for no patterns any more. */
  @Test
  void whoHasRolesAndPatternsSeesTheMoreOfTheDatabase() throws Exception {
    var user = "u" + database.substring(database.length() - 8);
    var other = server().newDatabase();
    server()
        .execute(
            database,
            "create table here (a int)",
            "create user %s identified by 'a-password-1'".formatted(user),
            "grant select on `%s%%`.* to %s".formatted(database.substring(0, 9), user),
            "create role %s_role".formatted(user),
            "create table %s.there (a int)".formatted(other),
            "grant select on %s.* to %s_role".formatted(other, user),
            "grant %s_role to %s".formatted(user, user));
    for (var name : List.of(database, other)) {
      try (Connection connection =
              server()
                  .open(
                      name,
                      new SourceServer.Login(user, "a-password-1"),
                      server().host(),
                      server().port());
          Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "select count(*) from information_schema.tables where table_schema = '%s'"
                      .formatted(name))) {
        row.next();
        assertThat(row.getInt(1)).as(name).isEqualTo(1);
      }
    }
  }

  @Test
  void estimatesOfRowsAreAsNewAsTheQuestion() throws Exception {
    try (Connection connection = server().open(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select @@information_schema_stats_expiry")) {
      row.next();
      assertThat(row.getInt(1)).isZero();
    }
  }
}
