package io.gazetteer.worker.introspect;

import io.gazetteer.common.relation.ReferentialAction;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("io.gazetteer.servers.mysql.EmbeddedMySql#isAvailable")
class MySqlIntrospectionIT extends MySqlFamilyContract {

  @Override
  protected SourceServer server() {
    return SourceServers.mySql();
  }

  @Override
  protected String doubled() {
    return "(`amount` * 2)";
  }

  @Override
  protected String now() {
    return "CURRENT_TIMESTAMP(3)";
  }

  @Override
  protected ReferentialAction defaultAction() {
    return ReferentialAction.NO_ACTION;
  }
}
