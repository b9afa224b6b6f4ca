package io.gazetteer.servers;

import java.nio.file.Path;
import java.util.List;

/** A program that starts a server, says its pid, and waits to be killed. */
final class PostgresLauncher {
  private PostgresLauncher() {}

  public static void main(String[] arguments) throws InterruptedException {
    var server =
        EmbeddedPostgres.start(Path.of(arguments[0]), FreePorts.free(), List.of("fsync=off"));
    System.out.println(server.process().pid());
    Thread.currentThread().join();
  }
}
