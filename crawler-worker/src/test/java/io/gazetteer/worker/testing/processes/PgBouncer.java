package io.gazetteer.worker.testing.processes;

import io.gazetteer.servers.Account;
import io.gazetteer.servers.DatabaseServer;
import io.gazetteer.servers.FreePorts;
import io.gazetteer.servers.process.ChildProcess;
import io.gazetteer.servers.process.ProcessSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A PgBouncer before a PostgreSQL, where the machine has one. */
public final class PgBouncer implements AutoCloseable {
  private final ChildProcess process;
  private final int port;

  private PgBouncer(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Says whether this machine has a PgBouncer. */
  public static boolean isInstalled() {
    return program().isPresent();
  }

  private static Optional<Path> program() {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/bin"))
        .map(folder -> Path.of(folder, "pgbouncer"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts one that lets the owner of the server in.
   *
   * @param folder everything of it lives here
   * @param settings more lines of its configuration, for example {@code pool_mode = transaction}
   */
  public static PgBouncer start(Path folder, DatabaseServer server, String... settings)
      throws IOException {
    int port = FreePorts.free();
    Files.writeString(
        folder.resolve("users.txt"),
        "\"" + server.username() + "\" \"" + server.password() + "\"\n");
    var lines =
        new ArrayList<>(
            List.of(
                "[databases]",
                "* = host=%s port=%d".formatted(server.host(), server.port()),
                "[pgbouncer]",
                "listen_addr = 127.0.0.1",
                "listen_port = " + port,
                "unix_socket_dir =",
                "auth_type = scram-sha-256",
                "auth_file = " + folder.resolve("users.txt"),
                "server_tls_sslmode = disable",
                "default_pool_size = 2"));
    lines.addAll(List.of(settings));
    if (Account.isRoot()) {
      lines.add("user = nobody");
    }
    Files.write(folder.resolve("pgbouncer.ini"), lines);
    Stream.of("users.txt", "pgbouncer.ini")
        .forEach(name -> folder.resolve(name).toFile().setReadable(true, false));
    folder.toFile().setExecutable(true, false);
    var spec =
        new ProcessSpec(
            "pgbouncer",
            List.of(program().orElseThrow().toString(), folder.resolve("pgbouncer.ini").toString()),
            Map.of(),
            folder,
            folder.resolve("pgbouncer.log"),
            folder.resolve("run"),
            "INT",
            Duration.ofSeconds(5));
    var bouncer = new PgBouncer(ChildProcess.start(spec), port);
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(bouncer::answers);
    return bouncer;
  }

  public int port() {
    return port;
  }

  private boolean answers() {
    if (!process.isAlive()) {
      throw new IllegalStateException(process.logTail());
    }
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.stop();
  }
}
