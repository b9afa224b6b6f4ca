package io.gazetteer.servers;

import io.gazetteer.servers.postgresql.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;

/** A program that starts a server, says its pid, and waits to be killed. */
public final class PostgresLauncher {
  private PostgresLauncher() {}

  public static void main(String[] arguments) throws InterruptedException {
    var server =
        EmbeddedPostgres.start(Path.of(arguments[0]), FreePorts.free(), List.of("fsync=off"));
    System.out.println(server.process().pid());
    Thread.currentThread().join();
  }
}
