package io.gazetteer.servers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What every embedded server promises. All tests of a class use one folder. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServerContract<S extends EmbeddedServer> {
  private final int port = FreePorts.free();

  /** Servers cope with a blank in a path. */
  @SuppressWarnings("NullAway.Init") // By JUnit.
  private Path home;

  private @Nullable S server;

  protected abstract S start(Path home, int port);

  /** Puts something under the name. */
  protected abstract void keep(S server, String name) throws Exception;

  protected abstract boolean has(S server, String name) throws Exception;

  @BeforeAll
  final void startOnANewFolder(@TempDir Path folder) {
    home = folder.resolve("a server's home");
    startAgain();
  }

  @AfterAll
  final void stop() {
    if (server != null) {
      server.stop();
    }
  }

  protected final S server() {
    return requireNonNull(server);
  }

  protected final Path home() {
    return home;
  }

  protected final void startAgain() {
    long begin = System.nanoTime();
    var started = start(home, port);
    System.out.printf(
        "%s answers after %d ms, %d MB resident%n",
        started.name(), (System.nanoTime() - begin) / 1_000_000, Memory.residentMegabytes(started));
    server = started;
  }

  @Test
  void keepsItsDataAcrossARestart() throws Exception {
    var before = server();
    keep(before, "restart");

    before.stop();
    assertThat(before.isAlive()).isFalse();
    assertThat(before.process().isAlive()).isFalse();
    assertThat(home.resolve("run")).isEmptyDirectory();
    before.stop();

    startAgain();
    assertThat(has(server(), "restart")).isTrue();
    assertThat(has(server(), "something else")).isFalse();
  }

  @Test
  void isDeadWhenKilledAndComesBackWithItsData() throws Exception {
    var before = server();
    keep(before, "kill");
    assertThat(before.isAlive()).isTrue();

    before.process().destroyForcibly();
    await().untilAsserted(() -> assertThat(before.isAlive()).isFalse());

    startAgain();
    assertThat(has(server(), "kill")).isTrue();
  }

  @Test
  void saysThatThePortIsInUse(@TempDir Path other) throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int taken = socket.getLocalPort();
      assertThatThrownBy(() -> start(other, taken))
          .isInstanceOf(ServerStartException.class)
          .hasMessageStartingWith(server().name() + " cannot start: port " + taken + " is in use");
      assertThat(other).isEmptyDirectory();
    }
  }

  @Test
  void saysThatItsFolderIsInUse() {
    assertThatThrownBy(() -> start(home, FreePorts.free()))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContaining("another one is running on its folder " + home);
    assertThat(server().isAlive()).isTrue();
  }

  @Test
  void saysThatItsFolderCannotBeUsed(@TempDir Path folder) throws IOException {
    var file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> start(file, FreePorts.free()))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContaining("its folder " + file + " cannot be used");
  }

  @Test
  void listensOnTheLoopbackAddressOnly() throws IOException {
    assertThat(connects(InetAddress.getLoopbackAddress())).isTrue();
    for (InetAddress outside : otherAddresses().toList()) {
      assertThat(connects(outside)).as("listens on %s", outside).isFalse();
    }
  }

  private static Stream<InetAddress> otherAddresses() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress());
  }

  private boolean connects(InetAddress address) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
