package io.gazetteer.servers;

import java.nio.file.Path;

class EmbeddedMariaDbIT extends DatabaseContract<EmbeddedMariaDb> {
  @Override
  EmbeddedMariaDb start(Path home, int port) {
    return EmbeddedMariaDb.start(home, port);
  }
}
