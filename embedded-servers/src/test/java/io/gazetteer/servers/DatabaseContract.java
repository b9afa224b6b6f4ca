package io.gazetteer.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gazetteer.servers.testing.ProcessTraces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every embedded database server promises. */
public abstract class DatabaseContract<S extends EmbeddedDatabase> extends ServerContract<S> {
  @Override
  protected final void keep(S server, String name) throws SQLException {
    server.createDatabase(name);
  }

  @Override
  protected final boolean has(S server, String name) {
    try (var connection = server.connect(name)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  @Test
  void asksForThePassword() {
    var url = server().jdbcUrl(server().dialect().maintenanceDatabase());
    for (var wrong : new String[] {"", "wrong"}) {
      assertThatThrownBy(() -> DriverManager.getConnection(url, server().username(), wrong))
          .isInstanceOf(SQLException.class);
    }
    assertThatThrownBy(() -> DriverManager.getConnection(url, "", ""))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void keepsThePasswordToItsOwner() throws IOException {
    var file = home().resolve("password");
    assertThat(file).hasContent(server().password());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(server().process().info().commandLine().orElse(""))
        .doesNotContain(server().password());
  }

  @Test
  void listensAtItsPortAndNowhereElse() {
    assertThat(ProcessTraces.listeningPorts(server().process())).containsExactly(server().port());
    assertThat(ProcessTraces.unixSockets(server().process())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "With Blank", "a/b?c&d", "ünïcödé", "q\"u`o'te", "100%"})
  void createsADatabaseWithAnyName(String name) {
    server().createDatabase(name);
    assertThat(has(server(), name)).isTrue();
  }
}
