package io.gazetteer.worker.runtime.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gazetteer.common.source.SourceAddress;
import io.gazetteer.common.source.SourceConnections;
import io.gazetteer.common.source.SourceException;
import io.gazetteer.common.source.SourceTimeouts;
import io.gazetteer.common.source.TlsSettings;
import io.gazetteer.common.source.policy.HostLookup;
import io.gazetteer.common.source.policy.NetworkSettings;
import io.gazetteer.common.source.policy.Targets;
import io.gazetteer.worker.introspect.SourceServer;
import io.gazetteer.worker.introspect.SourceServer.Login;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How connections to any kind of database succeed, fail and end. */
abstract class SourceConnectionsContract {

  private static final Duration CONNECT = Duration.ofSeconds(2);

  String database = "";

  abstract SourceServer server();

  /** A server that is not what {@link #server()} is. */
  abstract SourceServer otherServer();

  abstract Login makeLogin(String name, String password) throws SQLException;

  /** Takes away the right to connect to the database. */
  abstract void closeDatabase() throws SQLException;

  abstract String sleepForAMinute();

  /** Counts the sessions of ours in the test's database that are executing. */
  abstract String countOurStatements();

  @BeforeEach
  void makeDatabase() {
    database = server().newDatabase();
  }

  @Test
  void sessionsCannotWrite() throws Exception {
    try (Connection connection = server().open(database);
        Statement statement = connection.createStatement()) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> statement.execute("create table t (a int)"))
          // Not for want of rights: refused by the server, or by a driver that knows.
          .satisfies(refusal -> assertThat(refusal.getSQLState()).isIn("25006", "S1009"));
    }
  }

  @Test
  void namesWithUrlCharactersReachTheServerUnchanged() throws Exception {
    String odd = "od/d?x=1&y#" + database.substring(6);
    server().urls().createDatabase().accept(odd);

    try (Connection connection = server().open(odd)) {
      assertThat(connection.isValid(2)).isTrue();
    }
  }

  @Test
  void acceptsAPasswordOfAnyCharacters() throws Exception {
    Login login = makeLogin(database, "Canary-7f3e9b!€'\"\\ &=");

    try (Connection connection = open(login)) {
      assertThat(connection.isValid(2)).isTrue();
    }
  }

  @Test
  void aWrongPasswordIsNamedAndNotRepeated() throws Exception {
    makeLogin(database, "right");

    SourceException failure = failureOf(() -> open(new Login(database, "wrong-canary")));

    assertThat(failure.code()).isEqualTo("authentication_failed");
    assertThat(failure.isTransient()).isFalse();
    assertThat(failure).hasMessageNotContaining("canary").hasNoCause();
  }

  @Test
  void aMissingDatabaseIsNamed() {
    assertThat(failureOf(() -> server().open("no_such_database")).code())
        .isEqualTo("database_not_found");
  }

  @Test
  void aUserWhoMayNotConnectIsDenied() throws Exception {
    Login login = makeLogin(database, "none");
    closeDatabase();

    assertThat(failureOf(() -> open(login)).code()).isEqualTo("permission_denied");
  }

  @Test
  void aRefusedPortIsUnreachable() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }

    SourceException failure = failureOf(() -> open("127.0.0.1", port));

    assertThat(failure.code()).isEqualTo("unreachable");
    assertThat(failure.isTransient()).isTrue();
  }

  @Test
  void anUnknownHostIsUnreachable() {
    assertThat(failureOf(() -> open("no.such.host.invalid", 5432)).code()).isEqualTo("unreachable");
  }

  @Test
  void aSilentHostTimesOut() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Instant start = Instant.now();

      SourceException failure = failureOf(() -> open("127.0.0.1", silent.getLocalPort()));

      assertThat(failure.code()).isEqualTo("timeout");
      assertThat(Duration.between(start, Instant.now())).isLessThan(CONNECT.plusSeconds(2));
    }
  }

  @Test
  void aServerOfAnotherKindIsNamed() {
    SourceServer other = otherServer();

    assertThat(failureOf(() -> open(other.host(), other.port())).code())
        .isEqualTo("wrong_database_type");
  }

  @Test
  void abortEndsTheStatementOnTheServer() throws Exception {
    Connection connection = server().open(database);
    CompletableFuture<Void> running = CompletableFuture.runAsync(() -> sleep(connection));
    await().until(() -> ourStatements() == 1);

    try (var executor = Executors.newCachedThreadPool()) {
      connection.abort(executor);
    }

    await().until(() -> ourStatements() == 0);
    await().until(running::isCompletedExceptionally);
    assertThat(connection.isClosed()).isTrue();
  }

  private static org.awaitility.core.ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(5)).pollInterval(Duration.ofMillis(50));
  }

  private void sleep(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sleepForAMinute());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private int ourStatements() throws SQLException {
    return Integer.parseInt(ask(countOurStatements()));
  }

  String ask(String query) throws SQLException {
    try (Connection connection = server().openAsOwner(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private Connection open(Login login) throws SourceException {
    return server().open(database, login, server().host(), server().port());
  }

  private Connection open(String host, int port) throws SourceException {
    SourceAddress address =
        new SourceAddress(
            server().kind(),
            host,
            port,
            database,
            server().owner().username(),
            TlsSettings.DEFAULTS);
    SourceTimeouts timeouts =
        new SourceTimeouts(
            CONNECT, Duration.ofSeconds(30), Duration.ofSeconds(3), Duration.ofSeconds(40));
    return new SourceConnections(Targets.of(NetworkSettings.ofOneMachine(), HostLookup.SYSTEM))
        .open(address, server().owner().password(), timeouts);
  }

  private interface Opening {
    Connection open() throws Exception;
  }

  private static SourceException failureOf(Opening opening) {
    return catchThrowableOfType(SourceException.class, () -> opening.open().close());
  }
}
