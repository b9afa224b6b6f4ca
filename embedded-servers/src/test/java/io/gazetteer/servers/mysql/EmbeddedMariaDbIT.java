package io.gazetteer.servers.mysql;

import io.gazetteer.servers.DatabaseContract;
import java.nio.file.Path;

class EmbeddedMariaDbIT extends DatabaseContract<EmbeddedMariaDb> {
  @Override
  protected EmbeddedMariaDb start(Path home, int port) {
    return EmbeddedMariaDb.start(home, port);
  }
}
