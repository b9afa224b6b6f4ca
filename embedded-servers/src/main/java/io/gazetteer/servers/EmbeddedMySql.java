package io.gazetteer.servers;

import io.gazetteer.servers.process.ChildProcess;
import io.gazetteer.servers.unpack.Tarball;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A MySQL 8.0 server, for tests. Its binaries are on the class path of tests only, and they need
 * the system library libaio.
 */
public final class EmbeddedMySql extends EmbeddedDatabase {
  private static final String BINARIES = "/mysql-Linux-amd64.tar.gz";
  private static final List<Path> LIBAIO =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu/libaio.so.1"),
          Path.of("/lib/x86_64-linux-gnu/libaio.so.1"),
          Path.of("/usr/lib64/libaio.so.1"));

  private EmbeddedMySql(ChildProcess process, int port, String password) {
    super("MySQL", process, port, password);
  }

  /** Whether this machine has what the server needs. */
  public static boolean isAvailable() {
    return EmbeddedMySql.class.getResource(BINARIES) != null
        && LIBAIO.stream().anyMatch(Files::exists);
  }

  public static EmbeddedMySql start(Path home) {
    return start(home, Ports.free());
  }

  /**
   * Starts a server.
   *
   * @param home everything of it lives here; used again when it exists
   */
  public static EmbeddedMySql start(Path home, int port) {
    Startup.checkPort("MySQL", port);
    try {
      Files.createDirectories(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var base = Distributions.binaries().get("mysql-8.0", new Tarball(BINARIES));
    var absolute = home.toAbsolutePath();
    var server = new MySqlFamily("mysql", absolute, Map.of());
    if (Files.notExists(server.data().resolve("mysql"))) {
      var command = program(base);
      command.add("--initialize-insecure");
      command.add("--datadir=" + server.data());
      MySqlFamily.asRoot(command);
      server.initialize(command);
    }
    var password = Passwords.keptIn(absolute.resolve("password"));
    var command = program(base);
    command.add("--mysqlx=OFF");
    return new EmbeddedMySql(server.run(command, port, password), port, password);
  }

  private static List<String> program(Path base) {
    return new ArrayList<>(
        List.of(
            base.resolve("bin/mysqld").toString(),
            "--no-defaults",
            "--basedir=" + base,
            "--lc-messages-dir=" + base.resolve("share")));
  }

  @Override
  public String username() {
    return MySqlFamily.USER;
  }

  @Override
  public String jdbcUrl(String database) {
    return MySqlFamily.url(port(), database);
  }

  @Override
  String maintenanceDatabase() {
    return "mysql";
  }

  @Override
  String quoted(String identifier) {
    return '`' + identifier.replace("`", "``") + '`';
  }
}
