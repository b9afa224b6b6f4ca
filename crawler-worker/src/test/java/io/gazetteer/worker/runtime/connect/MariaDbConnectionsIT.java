package io.gazetteer.worker.runtime.connect;

import io.gazetteer.worker.introspect.SourceServer;
import io.gazetteer.worker.introspect.SourceServers;

class MariaDbConnectionsIT extends MySqlFamilyConnectionsContract {

  @Override
  SourceServer server() {
    return SourceServers.mariaDb();
  }

  @Override
  String statementTimeout() {
    return "max_statement_time = 30";
  }
}
