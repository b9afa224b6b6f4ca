package io.gazetteer.servers.mysql;

import io.gazetteer.servers.Account;
import io.gazetteer.servers.OwnerOnly;
import io.gazetteer.servers.Program;
import io.gazetteer.servers.ServerFolder;
import io.gazetteer.servers.process.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds the command lines that MariaDB and MySQL have in common. */
final class MySqlPrograms {
  static final String USER = "root";

  /** A data folder takes tens of megabytes with this, not hundreds. */
  static final String SMALL_LOG = "--innodb-log-file-size=16M";

  private final ServerFolder folder;
  private final Map<String, String> environment;

  MySqlPrograms(ServerFolder folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /** Makes the data folder when there is none. */
  void initialize(List<String> command) {
    folder.makeData(
        data -> {
          var whole = new ArrayList<>(command);
          whole.add("--datadir=" + data);
          folder.runToEnd(program(whole));
        });
  }

  /** Runs the server; the administrator can log in by TCP only, with the password. */
  ChildProcess run(List<String> command, int port) {
    var whole = new ArrayList<>(command);
    whole.add("--datadir=" + folder.data());
    whole.add("--port=" + port);
    whole.add("--bind-address=127.0.0.1");
    whole.add("--socket=");
    whole.add("--pid-file=" + folder.file("server.pid"));
    whole.add("--skip-name-resolve");
    whole.add("--init-file=" + administrator());
    whole.add("--innodb-buffer-pool-size=64M");
    whole.add(SMALL_LOG);
    whole.add("--performance-schema=OFF");
    return folder.start(program(whole));
  }

  private Program program(List<String> command) {
    // These servers want to be told that they may run as root.
    if (Account.isRoot()) {
      command.add("--user=root");
    }
    return new Program(command, environment, "TERM");
  }

  /** Returns the file of statements that the server runs at each start. */
  private Path administrator() {
    var account = "'" + USER + "'@'127.0.0.1'";
    try {
      return OwnerOnly.write(
          folder.file("administrator.sql"),
          """
          create user if not exists %1$s identified by '%2$s';
          alter user %1$s identified by '%2$s';
          grant all privileges on *.* to %1$s with grant option;
          drop user if exists 'root'@'localhost';
          """
              .formatted(account, folder.password()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
