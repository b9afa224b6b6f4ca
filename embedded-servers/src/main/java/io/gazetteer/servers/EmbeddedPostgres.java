package io.gazetteer.servers;

import io.gazetteer.servers.process.ChildProcess;
import io.gazetteer.servers.process.ProcessSpec;
import io.gazetteer.servers.unpack.Tarball;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A PostgreSQL server. */
public final class EmbeddedPostgres extends EmbeddedDatabase {
  private static final String USER = "postgres";
  private static final Duration STOP = Duration.ofSeconds(12);

  private EmbeddedPostgres(ChildProcess process, int port, String password) {
    super("PostgreSQL", process, port, password);
  }

  public static EmbeddedPostgres start(Path home) {
    return start(home, Ports.free());
  }

  /** Starts a server that keeps what it was told, also through a power cut. */
  public static EmbeddedPostgres start(Path home, int port) {
    return start(home, port, List.of());
  }

  /**
   * Starts a server.
   *
   * @param home everything of it lives here; used again when it exists
   * @param settings more server settings, for example {@code fsync=off}
   */
  public static EmbeddedPostgres start(Path home, int port, List<String> settings) {
    Startup.checkPort("PostgreSQL", port);
    try {
      var server = new Server(Files.createDirectories(home).toAbsolutePath());
      var password = Passwords.keptIn(home.resolve("password"));
      server.initialize();
      var process = server.run(port, settings);
      Startup.await(process, () -> answers(port, password));
      return new EmbeddedPostgres(process, port, password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean answers(int port, String password) throws SQLException {
    try (var connection = DriverManager.getConnection(url(port, "postgres"), USER, password)) {
      return connection.isValid(2);
    }
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + Urls.encode(database);
  }

  @Override
  public String username() {
    return USER;
  }

  @Override
  public String jdbcUrl(String database) {
    return url(port(), database);
  }

  @Override
  String maintenanceDatabase() {
    return "postgres";
  }

  @Override
  String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  private record Server(Path home) {
    Path bin(String program) {
      return Distributions.binaries()
          .get("postgresql", new Tarball("/postgres-linux-x86_64.txz"))
          .resolve("bin")
          .resolve(program);
    }

    void initialize() throws IOException {
      if (Files.exists(home.resolve("data/PG_VERSION"))) {
        return;
      }
      var init =
          child(
              "postgresql-init",
              List.of(
                  bin("initdb").toString(),
                  "--pgdata=" + home.resolve("data"),
                  "--username=" + USER,
                  "--pwfile=" + home.resolve("password"),
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--locale-provider=builtin",
                  "--builtin-locale=C.UTF-8",
                  "--no-instructions",
                  "--no-sync"));
      init.handle().onExit().join();
      init.stop();
      if (Files.notExists(home.resolve("data/PG_VERSION"))) {
        throw new ServerStartException(
            "PostgreSQL cannot make its data folder. The end of its log:\n" + init.logTail());
      }
    }

    ChildProcess run(int port, List<String> settings) {
      var command = new ArrayList<String>();
      command.add(bin("postgres").toString());
      command.addAll(List.of("-D", home.resolve("data").toString()));
      command.addAll(List.of("-p", Integer.toString(port)));
      setting(command, "listen_addresses=127.0.0.1");
      setting(command, "unix_socket_directories=");
      setting(command, "shared_buffers=64MB");
      setting(command, "max_connections=100");
      settings.forEach(setting -> setting(command, setting));
      return child("postgresql", command);
    }

    private static void setting(List<String> command, String setting) {
      command.addAll(List.of("-c", setting));
    }

    private ChildProcess child(String name, List<String> command) {
      return ChildProcess.start(
          new ProcessSpec(
              name,
              Account.unprivileged(command, home),
              Map.of("LC_ALL", "C"),
              home,
              home.resolve("log/" + name + ".log"),
              home.resolve("run"),
              "INT",
              STOP));
    }
  }
}
