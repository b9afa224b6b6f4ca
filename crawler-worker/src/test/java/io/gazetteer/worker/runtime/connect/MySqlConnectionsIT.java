package io.gazetteer.worker.runtime.connect;

import io.gazetteer.worker.introspect.SourceServer;
import io.gazetteer.worker.introspect.SourceServers;
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
}
