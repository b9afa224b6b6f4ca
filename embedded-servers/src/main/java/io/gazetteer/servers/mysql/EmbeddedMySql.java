package io.gazetteer.servers.mysql;

import io.gazetteer.servers.Distributions;
import io.gazetteer.servers.EmbeddedDatabase;
import io.gazetteer.servers.FreePorts;
import io.gazetteer.servers.ServerFolder;
import io.gazetteer.servers.ServerStartException;
import io.gazetteer.servers.SqlDialect;
import io.gazetteer.servers.Startup;
import io.gazetteer.servers.process.ChildProcess;
import io.gazetteer.servers.unpack.Tarball;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs a MySQL 8.0 server, for tests. Its binaries are on the class path of tests only, and they
 * need the system library libaio.
 */
public final class EmbeddedMySql extends EmbeddedDatabase {
  private static final String BINARIES = "/mysql-Linux-amd64.tar.gz";
  private static final List<Path> LIBAIO =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu/libaio.so.1"),
          Path.of("/lib/x86_64-linux-gnu/libaio.so.1"),
          Path.of("/usr/lib64/libaio.so.1"));

  private EmbeddedMySql(ChildProcess process, int port, Login login) {
    super(process, port, SqlDialect.MYSQL, login);
  }

  /** Returns whether this machine has what the server needs. */
  public static boolean isAvailable() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("os.arch").equals("amd64")
        && LIBAIO.stream().anyMatch(Files::exists);
  }

  public static EmbeddedMySql start(Path home) {
    return start(home, FreePorts.free());
  }

  /** Starts a server that keeps what it was told, also through a power cut. */
  public static EmbeddedMySql start(Path home, int port) {
    return start(home, port, List.of());
  }

  /**
   * Starts a server; returns when it answers queries.
   *
   * @param home everything of it lives here; used again when it exists
   * @param options more options of the server, for example {@code --max-connections=20}
   * @throws ServerStartException when it does not answer
   */
  public static EmbeddedMySql start(Path home, int port, List<String> options) {
    Startup.checkPort("MySQL", port);
    var folder = ServerFolder.open("MySQL", home);
    var base = Distributions.binaries().get(new Tarball(BINARIES));
    var programs = new MySqlPrograms(folder, Map.of());
    var initialize = program(base);
    initialize.add("--initialize-insecure");
    initialize.add(MySqlPrograms.SMALL_LOG);
    programs.initialize(initialize);
    var run = program(base);
    run.add("--mysqlx=OFF");
    run.add("--disable-log-bin");
    run.addAll(options);
    var process = programs.run(run, port);
    var server = new EmbeddedMySql(process, port, new Login(MySqlPrograms.USER, folder.password()));
    Startup.await(process, server::answers);
    return server;
  }

  private static List<String> program(Path base) {
    return new ArrayList<>(
        List.of(
            base.resolve("bin/mysqld").toString(),
            "--no-defaults",
            "--basedir=" + base,
            "--lc-messages-dir=" + base.resolve("share")));
  }
}
