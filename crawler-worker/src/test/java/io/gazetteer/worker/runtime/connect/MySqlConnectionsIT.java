package io.gazetteer.worker.runtime.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.worker.introspect.SourceServer;
import io.gazetteer.worker.introspect.SourceServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
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
