package io.gazetteer.common.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that are after our files, our processor or our memory: each costs one failed login. */
class RogueServersTest {
  private static final long MODEST = 32L << 20;

  @TempDir Path folder = Path.of("");

  @Test
  void getNoFileOfOurs() throws IOException {
    var canary = Files.writeString(folder.resolve("canary"), "Canary-file-content");
    try (var server =
        RogueServer.start(
            session -> {
              session.letMySqlIn();
              int number = session.readPacket();
              session.packet(number + 1, RogueSession.bytes("\u00fb" + canary));
              session.readPacket();
              session.packet(number + 4, RogueSession.OK);
            })) {
      assertThat(server.refusal(DatabaseKind.MYSQL, "127.0.0.1", TlsSettings.NONE))
          .isNotEqualTo("none");
      assertThat(server.received()).contains("reader").doesNotContain("Canary-file");
    }
  }

  @Test
  void burnNoProcessorTime() throws IOException {
    try (var server =
        RogueServer.start(
            session -> {
              session.readStartup();
              session.message('R', RogueSession.bytes("\0\0\0\nSCRAM-SHA-256\0\0"));
              var first = new String(session.readMessage(), StandardCharsets.ISO_8859_1);
              var nonce = first.substring(first.indexOf(",r=") + 3);
              session.message(
                  'R',
                  RogueSession.bytes(
                      "\0\0\0\u000br=" + nonce + "x,s=c2FsdHNhbHRzYWx0,i=2147483647"));
              session.readMessage();
            })) {
      for (int i = 0; i < 50; i++) {
        var start = Instant.now();
        assertThat(server.refusal(DatabaseKind.POSTGRESQL, "127.0.0.1", TlsSettings.NONE))
            .isNotEqualTo("none")
            .isNotEqualTo("timeout");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
      }
    }
    long[] last = {processorTime()};
    await("an idle processor")
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              long before = last[0];
              last[0] = processorTime();
              return last[0] - before < Duration.ofMillis(100).toNanos();
            });
  }

  private static long processorTime() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  static Stream<Arguments> floods() {
    return Stream.of(
        Arguments.of(
            "a million columns",
            DatabaseKind.MYSQL,
            TlsSettings.NONE,
            mySql(session -> session.packet(1, new byte[] {(byte) 0xfd, 0x40, 0x42, 0x0f}))),
        Arguments.of(
            "more columns than there is memory",
            DatabaseKind.MYSQL,
            TlsSettings.NONE,
            mySql(
                session ->
                    session.packet(1, RogueSession.bytes("\u00fe\u00ff\u00ff\u00ff\177\0\0\0\0")))),
        Arguments.of(
            "a packet without end",
            DatabaseKind.MYSQL,
            TlsSettings.NONE,
            mySql(session -> session.packet(1, 0xffffff, new byte[100]))),
        Arguments.of(
            "as many columns as can be counted",
            DatabaseKind.POSTGRESQL,
            TlsSettings.NONE,
            postgres(session -> session.message('T', 1 << 20, new byte[] {-1, -1}))),
        Arguments.of(
            "a row of two gigabytes",
            DatabaseKind.POSTGRESQL,
            TlsSettings.NONE,
            postgres(
                session ->
                    session.message('D', Integer.MAX_VALUE, ByteBuffer.allocate(64).array()))),
        Arguments.of(
            "a notice of a gigabyte",
            DatabaseKind.POSTGRESQL,
            TlsSettings.NONE,
            postgres(session -> session.message('N', 1 << 30, new byte[64]))),
        Arguments.of(
            "a million columns, encrypted",
            DatabaseKind.MYSQL,
            TlsSettings.DEFAULTS,
            (RogueServer.Script)
                session -> {
                  session.greet(RogueSession.SSL);
                  session.readPacket();
                  session.encrypt(TestKeys.OTHER);
                  session.packet(session.readPacket() + 1, RogueSession.OK);
                  session.readPacket();
                  session.packet(1, new byte[] {(byte) 0xfd, 0x40, 0x42, 0x0f});
                }),
        Arguments.of(
            "a row of two gigabytes, encrypted",
            DatabaseKind.POSTGRESQL,
            TlsSettings.DEFAULTS,
            (RogueServer.Script)
                session -> {
                  session.answerSslRequest('S');
                  session.encrypt(TestKeys.OTHER);
                  session.letPostgresIn();
                  session.readMessage();
                  session.message('D', Integer.MAX_VALUE, new byte[64]);
                }));
  }

  private static RogueServer.Script mySql(RogueServer.Script answer) {
    return session -> {
      session.letMySqlIn();
      session.readPacket();
      answer.play(session);
    };
  }

  private static RogueServer.Script postgres(RogueServer.Script answer) {
    return session -> {
      session.letPostgresIn();
      session.readMessage();
      session.message('1', new byte[0]);
      session.message('2', new byte[0]);
      answer.play(session);
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("floods")
  void fillNoMemory(String flood, DatabaseKind kind, TlsSettings tls, RogueServer.Script script)
      throws IOException {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (var server = RogueServer.start(script)) {
      long before = threads.getTotalThreadAllocatedBytes();
      assertThat(askedReason(server, kind, tls)).as(flood).isEqualTo("answer_too_large");
      assertThat(threads.getTotalThreadAllocatedBytes() - before).isLessThan(MODEST);
    }
  }

  private static String askedReason(RogueServer server, DatabaseKind kind, TlsSettings tls) {
    var failure =
        catchThrowableOfType(
            SourceException.class,
            () -> {
              try (var connection = server.open(kind, "127.0.0.1", tls);
                  var statement = connection.createStatement()) {
                statement.executeQuery("select 1").close();
              } catch (SQLException e) {
                throw SourceException.of(e);
              }
            });
    return failure == null ? "none" : failure.reason();
  }
}
