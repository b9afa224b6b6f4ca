package io.gazetteer.servers.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gazetteer.servers.Account;
import io.gazetteer.servers.DatabaseContract;
import io.gazetteer.servers.FreePorts;
import io.gazetteer.servers.LauncherJvm;
import io.gazetteer.servers.PostgresLauncher;
import io.gazetteer.servers.ServerStartException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT extends DatabaseContract<EmbeddedPostgres> {
  @Override
  protected EmbeddedPostgres start(Path home, int port) {
    return EmbeddedPostgres.start(home, port);
  }

  @Test
  void isSetUpForRealDataAndLittleMemory() throws SQLException {
    assertThat(show("fsync")).isEqualTo("on");
    assertThat(show("password_encryption")).isEqualTo("scram-sha-256");
    assertThat(show("shared_buffers")).isEqualTo("64MB");
    assertThat(show("max_connections")).isEqualTo("100");
    assertThat(show("server_encoding")).isEqualTo("UTF8");
  }

  @Test
  void saysWhyItDoesNotStart(@TempDir Path other) {
    assertThatThrownBy(() -> EmbeddedPostgres.start(other, FreePorts.free(), List.of("nonsense=1")))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContaining("PostgreSQL ended while it was starting")
        .hasMessageContaining("nonsense");
    assertThat(other.resolve("run")).isEmptyDirectory();
  }

  @Test
  void startsOverWhenItsFirstStartWasCutOff(@TempDir Path other) throws Exception {
    var unfinished = Files.createDirectories(other.resolve("data.unfinished"));
    Files.writeString(unfinished.resolve("PG_VERSION"), "18");
    try (var second = EmbeddedPostgres.start(other, FreePorts.free(), List.of("fsync=off"))) {
      assertThat(second.answers()).isTrue();
      assertThat(unfinished).doesNotExist();
    }
  }

  @Test
  void stopsSoonWhileClientsAreConnected() throws SQLException {
    try (var connection = server().connect("postgres")) {
      assertThat(connection.isValid(1)).isTrue();
      long begin = System.nanoTime();
      server().stop();
      // A smart shutdown would wait for the client, and the kill comes after twelve seconds.
      assertThat(System.nanoTime() - begin).isLessThan(10_000_000_000L);
    } finally {
      startAgain();
    }
  }

  @Test
  void runsAsTheOwnerOfItsDataWhenThatIsNotRoot(@TempDir Path other) throws Exception {
    assumeTrue(Account.isRoot());
    EmbeddedPostgres.start(other, FreePorts.free(), List.of("fsync=off")).stop();
    Account.NOBODY.own(other.resolve("data"));

    try (var second = EmbeddedPostgres.start(other, FreePorts.free())) {
      assertThat(second.answers()).isTrue();
      var process = Path.of("/proc", Long.toString(second.process().pid()));
      var owner = Files.getFileAttributeView(process, PosixFileAttributeView.class).getOwner();
      assertThat(owner.getName()).isEqualTo("nobody");
    }
  }

  @Test
  void endsTheOneThatAKilledLauncherLeftBehind(@TempDir Path other) throws Exception {
    var launcher = LauncherJvm.start(PostgresLauncher.class, other.toString());
    long orphan = Long.parseLong(launcher.firstLine());
    launcher.kill();
    assertThat(ProcessHandle.of(orphan)).isPresent();

    try (var second = EmbeddedPostgres.start(other, FreePorts.free())) {
      await().untilAsserted(() -> assertThat(ProcessHandle.of(orphan)).isEmpty());
      assertThat(second.answers()).isTrue();
    }
  }

  private String show(String setting) throws SQLException {
    try (var connection = server().connect("postgres");
        var rows = connection.createStatement().executeQuery("show " + setting)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
