package io.gazetteer.common.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.common.source.mysql.DriverLogins;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that choose how we log in: no way leads to more than one failed login in time. */
class RogueLoginsTest {
  private static final Duration IMPATIENCE = Duration.ofSeconds(1);
  private static final Duration LIMIT = Duration.ofSeconds(6);

  static Stream<String> driversLogins() {
    return DriverLogins.all();
  }

  /** Whoever raises the driver's version decides about each way to log in that is new in it. */
  @Test
  void areAllDecidedUpon() {
    assertThat(DriverLogins.all()).containsExactlyInAnyOrderElementsOf(DriverLogins.decided());
  }

  /** SCRAM with 40,000,000 rounds, a realm of the server's choice, a challenge to sign. */
  @ParameterizedTest
  @MethodSource("driversLogins")
  void costNoComputingLookupOrFileOfMySql(String plugin) throws IOException {
    try (var server =
        RogueServer.start(
            session -> {
              session.switchLogin(plugin, parameters(plugin));
              int number = session.readPacket();
              session.packet(number + 1, RogueSession.bytes("\1r=x,s=c2FsdHNhbHRzYWx0,i=40000000"));
              session.readPacket();
            })) {
      var start = Instant.now();
      var refusal = server.refusal(DatabaseKind.MYSQL, "127.0.0.1", TlsSettings.NONE);
      assertThat(Duration.between(start, Instant.now())).isLessThan(LIMIT);
      if (DriverLogins.isUnused(plugin)) {
        assertThat(refusal).isEqualTo("authentication_unsupported");
      } else {
        assertThat(refusal).isNotEqualTo("none");
      }
      assertThat(server.received()).doesNotContain(RogueServer.PASSWORD);
    }
    awaitNoLogin();
  }

  private static String parameters(String plugin) {
    return switch (plugin) {
      case "authentication_ldap_sasl_client" -> "SCRAM-SHA-256";
      case "authentication_kerberos_client" -> "\4\0rdbms\11\0EVIL.TEST";
      default -> "abcdefghijklmnopqrst\0";
    };
  }

  /**
   * Kerberos V5, SCM credentials, GSSAPI, its second step, SSPI, and a number that is not there.
   */
  @ParameterizedTest
  @ValueSource(chars = {2, 6, 7, 8, 9, 77})
  void ofPostgresAreRefusedBeforeAnythingIsLookedUp(char method) throws IOException {
    try (var server =
        RogueServer.start(
            session -> {
              session.readStartup();
              session.message('R', RogueSession.bytes("\0\0\0" + method));
              session.readMessage();
            })) {
      assertThat(server.refusal(DatabaseKind.POSTGRESQL, "127.0.0.1", TlsSettings.NONE))
          .isEqualTo("authentication_unsupported");
      assertThat(server.received()).doesNotContain(RogueServer.PASSWORD);
    }
    awaitNoLogin();
  }

  @Test
  void endWithTheirDeadlineAgainstMySqlThatDrips() throws IOException {
    endsInTime(
        DatabaseKind.MYSQL,
        session -> {
          session.greet(RogueSession.PLUGINS);
          session.readPacket();
          session.announce(new byte[] {0, 1, 0, 2});
          session.drip(Duration.ofMillis(500));
        });
  }

  @Test
  void endWithTheirDeadlineAgainstPostgresThatDrips() throws IOException {
    endsInTime(
        DatabaseKind.POSTGRESQL,
        session -> {
          session.readStartup();
          session.announce(new byte[] {'E', 0, 0, 78, 32});
          session.drip(Duration.ofMillis(500));
        });
  }

  @Test
  void endWithTheirDeadlineInTheMiddleOfAHandshake() throws IOException {
    for (var kind : new DatabaseKind[] {DatabaseKind.MYSQL, DatabaseKind.POSTGRESQL}) {
      endsInTime(
          kind,
          session -> {
            if (kind == DatabaseKind.MYSQL) {
              session.greet(RogueSession.SSL);
              session.readPacket();
            } else {
              session.answerSslRequest('S');
            }
            session.announce(new byte[] {22, 3, 3, 64, 0});
            session.drip(Duration.ofMillis(500));
          },
          TlsSettings.DEFAULTS);
    }
  }

  private static void endsInTime(DatabaseKind kind, RogueServer.Script script) throws IOException {
    endsInTime(kind, script, TlsSettings.NONE);
  }

  private static void endsInTime(DatabaseKind kind, RogueServer.Script script, TlsSettings tls)
      throws IOException {
    try (var server = RogueServer.start(script)) {
      var start = Instant.now();
      assertThat(server.refusal(kind, "127.0.0.1", tls, IMPATIENCE)).isEqualTo("timeout");
      assertThat(Duration.between(start, Instant.now())).isLessThan(LIMIT);
      awaitNoLogin();
      await("the server sees the socket's end")
          .atMost(Duration.ofSeconds(3))
          .until(() -> server.clients() == 0);
    }
  }

  /** The thread of a login ends with it. */
  private static void awaitNoLogin() {
    await("no login under way")
        .atMost(Duration.ofSeconds(2))
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("source-login")));
  }
}
