package io.gazetteer.servers.mysql;

import io.gazetteer.servers.DatabaseContract;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("io.gazetteer.servers.mysql.EmbeddedMySql#isAvailable")
class EmbeddedMySqlIT extends DatabaseContract<EmbeddedMySql> {
  @Override
  protected EmbeddedMySql start(Path home, int port) {
    return EmbeddedMySql.start(home, port);
  }
}
