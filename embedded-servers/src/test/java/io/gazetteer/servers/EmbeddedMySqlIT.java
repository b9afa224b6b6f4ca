package io.gazetteer.servers;

import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("io.gazetteer.servers.EmbeddedMySql#isAvailable")
class EmbeddedMySqlIT extends DatabaseContract<EmbeddedMySql> {
  @Override
  EmbeddedMySql start(Path home, int port) {
    return EmbeddedMySql.start(home, port);
  }
}
