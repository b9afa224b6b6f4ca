package io.gazetteer.servers.postgresql;

import io.gazetteer.servers.Account;
import io.gazetteer.servers.OwnerOnly;
import io.gazetteer.servers.Program;
import io.gazetteer.servers.ServerFolder;
import io.gazetteer.servers.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds PostgreSQL's command lines. */
final class PostgresPrograms {
  static final String USER = "postgres";

  private final ServerFolder folder;
  private final Path base;

  PostgresPrograms(ServerFolder folder, Path base) {
    this.folder = folder;
    this.base = base;
  }

  /** Runs the server; makes its data first when there is none. */
  ChildProcess run(int port, List<String> settings) {
    folder.makeData(data -> initialize(data, settings.contains("fsync=off")));
    var command = new ArrayList<String>();
    command.add(bin("postgres").toString());
    command.addAll(List.of("-D", folder.data().toString()));
    command.addAll(List.of("-p", Integer.toString(port)));
    setting(command, "listen_addresses=127.0.0.1");
    setting(command, "unix_socket_directories=");
    setting(command, "shared_buffers=64MB");
    setting(command, "max_connections=100");
    settings.forEach(setting -> setting(command, setting));
    return folder.start(program(Account.notRoot(bin("postgres"), folder.data()), command));
  }

  private void initialize(Path data, boolean fast) throws IOException {
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    var account = Account.notRoot(bin("postgres"), data);
    var passwordFile = OwnerOnly.write(folder.file("initdb-password"), folder.password());
    account.own(passwordFile);
    var command = new ArrayList<String>();
    command.add(bin("initdb").toString());
    command.add("--pgdata=" + data);
    command.add("--username=" + USER);
    command.add("--pwfile=" + passwordFile);
    command.add("--auth=scram-sha-256");
    command.add("--encoding=UTF8");
    command.add("--locale-provider=builtin");
    command.add("--builtin-locale=C.UTF-8");
    command.add("--no-instructions");
    if (fast) {
      command.add("--no-sync");
    }
    folder.runToEnd(program(account, command));
    Files.delete(passwordFile);
  }

  private static Program program(Account account, List<String> command) {
    return new Program(account.command(command), Map.of("LC_ALL", "C"), "INT");
  }

  private static void setting(List<String> command, String setting) {
    command.addAll(List.of("-c", setting));
  }

  private Path bin(String program) {
    return base.resolve("bin").resolve(program);
  }
}
