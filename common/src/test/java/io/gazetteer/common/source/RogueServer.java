package io.gazetteer.common.source;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gazetteer.common.source.policy.HostLookup;
import io.gazetteer.common.source.policy.NetworkSettings;
import io.gazetteer.common.source.policy.Targets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that does to each client what a test says, and keeps what it was sent. */
final class RogueServer implements AutoCloseable {
  static final String PASSWORD = "Canary-3c9d-password";

  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private static SourceTimeouts timeouts(Duration login) {
    return new SourceTimeouts(
        login, Duration.ofSeconds(4), Duration.ofSeconds(1), Duration.ofSeconds(5));
  }

  /** What is done to one client; the connection ends with it. */
  interface Script {
    void play(RogueSession session) throws IOException;
  }

  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final AtomicInteger clients = new AtomicInteger();
  private final ServerSocket server;
  private final Script script;

  private RogueServer(Script script) throws IOException {
    this.script = script;
    server = new ServerSocket(0, 100, InetAddress.ofLiteral("127.0.0.1"));
  }

  static RogueServer start(Script script) {
    try {
      var rogue = new RogueServer(script);
      Thread.ofPlatform().daemon().name("rogue").start(rogue::accept);
      return rogue;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        Thread.ofPlatform().daemon().name("rogue-client").start(() -> play(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void play(Socket client) {
    clients.incrementAndGet();
    try (client) {
      script.play(new RogueSession(client, received));
      client.getInputStream().transferTo(received);
    } catch (IOException e) {
      // The client has gone, as it should.
    } finally {
      clients.decrementAndGet();
    }
  }

  /** Everything that any client sent, as far as it was not encrypted on its way here. */
  String received() {
    return received.toString(StandardCharsets.ISO_8859_1);
  }

  /** How many connections stand. */
  int clients() {
    return clients.get();
  }

  Connection open(DatabaseKind kind, String host, TlsSettings tls) throws SourceException {
    return open(kind, host, tls, PATIENCE);
  }

  private Connection open(DatabaseKind kind, String host, TlsSettings tls, Duration login)
      throws SourceException {
    var address = new SourceAddress(kind, host, server.getLocalPort(), "db", "reader", tls);
    return new SourceConnections(Targets.of(NetworkSettings.ofOneMachine(), HostLookup.SYSTEM))
        .open(address, PASSWORD, timeouts(login));
  }

  /** Why nobody can log in. */
  String refusal(DatabaseKind kind, String host, TlsSettings tls) {
    return refusal(kind, host, tls, PATIENCE);
  }

  /** Why nobody can log in within so long. */
  String refusal(DatabaseKind kind, String host, TlsSettings tls, Duration login) {
    var failure =
        catchThrowableOfType(SourceException.class, () -> open(kind, host, tls, login).close());
    return failure == null ? "none" : failure.reason();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
