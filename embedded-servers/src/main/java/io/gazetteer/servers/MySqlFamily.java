package io.gazetteer.servers;

import io.gazetteer.servers.process.ChildProcess;
import io.gazetteer.servers.process.ProcessSpec;
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

/** What MariaDB and MySQL have in common when they are started. */
final class MySqlFamily {
  static final String USER = "root";
  private static final Duration STOP = Duration.ofSeconds(12);

  private final String name;
  private final Path home;
  private final Map<String, String> environment;

  MySqlFamily(String name, Path home, Map<String, String> environment) {
    this.name = name;
    this.home = home;
    this.environment = environment;
  }

  static String url(int port, String database) {
    return "jdbc:mysql://127.0.0.1:%d/%s?allowPublicKeyRetrieval=true&sslMode=DISABLED"
        .formatted(port, Urls.encode(database));
  }

  Path data() {
    return home.resolve("data");
  }

  /** Runs the program that makes the data folder. */
  void initialize(List<String> command) {
    var init = child(name + "-init", command);
    init.handle().onExit().join();
    init.stop();
    if (Files.notExists(data().resolve("mysql"))) {
      throw new ServerStartException(
          name + " cannot make its data folder. The end of its log:\n" + init.logTail());
    }
  }

  /** Runs the server; returns when the administrator can log in with the password. */
  ChildProcess run(List<String> program, int port, String password) {
    var administrator = administrator(password);
    var command = new ArrayList<>(program);
    command.add("--datadir=" + data());
    command.add("--port=" + port);
    command.add("--bind-address=127.0.0.1");
    command.add("--socket=" + home.resolve("s.sock"));
    command.add("--pid-file=" + home.resolve("server.pid"));
    command.add("--skip-name-resolve");
    command.add("--init-file=" + administrator);
    command.add("--innodb-buffer-pool-size=64M");
    command.add("--performance-schema=OFF");
    asRoot(command);
    var process = child(name, command);
    Startup.await(process, () -> answers(port, password));
    return process;
  }

  /** These servers want to be told that they may run as root. */
  static void asRoot(List<String> command) {
    if (Account.isRoot()) {
      command.add("--user=root");
    }
  }

  private Path administrator(String password) {
    var account = "'" + USER + "'@'127.0.0.1'";
    try {
      return OwnerOnly.write(
          home.resolve("administrator.sql"),
          """
          create user if not exists %1$s identified by '%2$s';
          alter user %1$s identified by '%2$s';
          grant all privileges on *.* to %1$s with grant option;
          """
              .formatted(account, password));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean answers(int port, String password) throws SQLException {
    try (var connection = DriverManager.getConnection(url(port, ""), USER, password)) {
      return connection.isValid(2);
    }
  }

  private ChildProcess child(String child, List<String> command) {
    return ChildProcess.start(
        new ProcessSpec(
            child,
            command,
            environment,
            home,
            home.resolve("log/" + child + ".log"),
            home.resolve("run"),
            "TERM",
            STOP));
  }
}
