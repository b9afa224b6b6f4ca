package io.gazetteer.servers.postgresql;

import io.gazetteer.servers.Distributions;
import io.gazetteer.servers.EmbeddedDatabase;
import io.gazetteer.servers.FreePorts;
import io.gazetteer.servers.Platform;
import io.gazetteer.servers.ServerFolder;
import io.gazetteer.servers.ServerStartException;
import io.gazetteer.servers.SqlDialect;
import io.gazetteer.servers.Startup;
import io.gazetteer.servers.process.ChildProcess;
import io.gazetteer.servers.unpack.Tarball;
import java.nio.file.Path;
import java.util.List;

public final class EmbeddedPostgres extends EmbeddedDatabase {
  private EmbeddedPostgres(ChildProcess process, int port, Login login) {
    super(process, port, SqlDialect.POSTGRESQL, login);
  }

  public static EmbeddedPostgres start(Path home) {
    return start(home, FreePorts.free());
  }

  /** Starts a server that keeps what it was told, also through a power cut. */
  public static EmbeddedPostgres start(Path home, int port) {
    return start(home, port, List.of());
  }

  /**
   * Starts a server; returns when it answers queries.
   *
   * @param home everything of it lives here; used again when it exists
   * @param settings more server settings, for example {@code fsync=off}
   * @throws ServerStartException when it does not answer
   */
  public static EmbeddedPostgres start(Path home, int port, List<String> settings) {
    Startup.checkPort("PostgreSQL", port);
    var folder = ServerFolder.open("PostgreSQL", home);
    var base = Distributions.binaries().get(new Tarball(Platform.here().postgres()));
    var process = new PostgresPrograms(folder, base).run(port, settings);
    var login = new Login(PostgresPrograms.USER, folder.password());
    var server = new EmbeddedPostgres(process, port, login);
    Startup.await(process, server::answers);
    return server;
  }
}
