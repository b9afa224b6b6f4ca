package io.gazetteer.common.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who gets to see a login, with servers that know how to encrypt, and with some that do not. */
class TlsTest {
  private static final String ITS_NAME = SteppingResolver.NAME;
  private static final String OTHER_NAME = "localhost";

  /** What a server says that has seen the login: the connection was good enough. */
  private static final String SEEN = "authentication_failed";

  private static final Map<DatabaseKind, RogueServer.Script> ENCRYPTING =
      Map.of(
          DatabaseKind.POSTGRESQL,
          session -> {
            session.answerSslRequest('S');
            session.encrypt(TestKeys.TRUSTED);
            session.readStartup();
            session.message('E', RogueSession.bytes("SFATAL\0C28P01\0Mno\0\0"));
          },
          DatabaseKind.MYSQL,
          session -> {
            session.greet(RogueSession.SSL);
            session.readPacket();
            session.encrypt(TestKeys.TRUSTED);
            int number = session.readPacket();
            session.packet(number + 1, RogueSession.bytes("\u00ff\u0015\4#28000no"));
          });

  /** Someone in between who says that the server cannot encrypt, and takes what comes then. */
  private static final Map<DatabaseKind, RogueServer.Script> STRIPPING =
      Map.of(
          DatabaseKind.POSTGRESQL,
          session -> {
            session.answerSslRequest('N');
            session.readStartup();
            session.message('R', new byte[] {0, 0, 0, 3});
            session.readMessage();
            session.message('E', RogueSession.bytes("SFATAL\0C28P01\0Mno\0\0"));
          },
          DatabaseKind.MYSQL,
          session -> {
            session.greet(0);
            int number = session.readPacket();
            session.packet(number + 1, RogueSession.bytes("\u00ff\u0015\4#28000no"));
          });

  @BeforeEach
  void leadTheNameHere() {
    SteppingResolver.lead(InetAddress.ofLiteral("127.0.0.1"));
  }

  static Stream<Arguments> logins() {
    return Stream.of(DatabaseKind.POSTGRESQL, DatabaseKind.MYSQL)
        .flatMap(
            kind ->
                Stream.of(
                    Arguments.of(kind, TlsMode.PREFER, null, OTHER_NAME, SEEN),
                    Arguments.of(kind, TlsMode.REQUIRE, null, OTHER_NAME, SEEN),
                    Arguments.of(kind, TlsMode.REQUIRE, TestKeys.TRUSTED, OTHER_NAME, SEEN),
                    Arguments.of(kind, TlsMode.REQUIRE, TestKeys.OTHER, ITS_NAME, "tls_untrusted"),
                    Arguments.of(kind, TlsMode.VERIFY_FULL, TestKeys.TRUSTED, ITS_NAME, SEEN),
                    Arguments.of(
                        kind, TlsMode.VERIFY_FULL, TestKeys.TRUSTED, OTHER_NAME, "tls_untrusted"),
                    Arguments.of(
                        kind, TlsMode.VERIFY_FULL, TestKeys.OTHER, ITS_NAME, "tls_untrusted"),
                    Arguments.of(kind, TlsMode.VERIFY_FULL, null, ITS_NAME, "tls_untrusted")));
  }

  @ParameterizedTest
  @MethodSource("logins")
  void checksTheServerAsMuchAsTheModeSays(
      DatabaseKind kind, TlsMode mode, @Nullable String authority, String name, String expected)
      throws IOException {
    var tls = new TlsSettings(mode, authority == null ? null : TestKeys.pem(authority));
    try (var server = RogueServer.start(Objects.requireNonNull(ENCRYPTING.get(kind)))) {
      assertThat(server.refusal(kind, name, tls)).isEqualTo(expected);
      if (!expected.equals(SEEN)) {
        assertThat(server.received()).doesNotContain("reader");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MYSQL"})
  void saysNothingToAServerThatDoesNotEncrypt(DatabaseKind kind) throws IOException {
    for (var mode : new TlsMode[] {TlsMode.REQUIRE, TlsMode.VERIFY_FULL}) {
      try (var server = RogueServer.start(Objects.requireNonNull(STRIPPING.get(kind)))) {
        assertThat(server.refusal(kind, ITS_NAME, new TlsSettings(mode, null)))
            .isEqualTo("tls_unavailable");
        assertThat(server.received())
            .doesNotContain("reader")
            .doesNotContain(RogueServer.PASSWORD)
            .hasSizeLessThanOrEqualTo(16);
      }
    }
  }

  /** No code may tell a service that happens to answer with the right letter from any other. */
  @ParameterizedTest
  @EnumSource(TlsMode.class)
  void takesNobodyForPostgresWhoOnlySaysTheRightLetter(TlsMode mode) throws IOException {
    var tls = new TlsSettings(mode, mode.demandsEncryption() ? TestKeys.pem(TestKeys.OTHER) : null);
    RogueServer.Script encrypts =
        session -> {
          session.answerEightBytes('S');
          session.encrypt(TestKeys.TRUSTED);
          session.echo();
        };
    RogueServer.Script refuses =
        session -> {
          session.answerEightBytes('N');
          session.echo();
        };
    for (var script : List.of(encrypts, refuses)) {
      try (var server = RogueServer.start(script)) {
        assertThat(server.refusal(DatabaseKind.POSTGRESQL, ITS_NAME, tls))
            .isIn("wrong_database_type", "timeout", "unreachable", "answer_too_large");
      }
    }
  }

  @Test
  void takesNobodyForMySqlWhoDoesNotGreet() throws IOException {
    RogueServer.Script ssh =
        session -> session.announce(RogueSession.bytes("SSH-2.0-OpenSSH_9.9\r\n"));
    RogueServer.Script another = session -> session.greet('\u0001', 0);
    for (var script : List.of(ssh, another)) {
      try (var server = RogueServer.start(script)) {
        assertThat(
                server.refusal(
                    DatabaseKind.MYSQL, ITS_NAME, new TlsSettings(TlsMode.REQUIRE, null)))
            .isEqualTo("wrong_database_type");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MYSQL"})
  void talksToSuchAServerWhenThatIsAllowed(DatabaseKind kind) throws IOException {
    try (var server = RogueServer.start(Objects.requireNonNull(STRIPPING.get(kind)))) {
      assertThat(server.refusal(kind, ITS_NAME, TlsSettings.DEFAULTS)).isEqualTo(SEEN);
      assertThat(server.received()).contains("reader");
    }
  }
}
