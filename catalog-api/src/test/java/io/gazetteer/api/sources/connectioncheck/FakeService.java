package io.gazetteer.api.sources.connectioncheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A service on loopback that is no database, and behaves as one that people run. */
final class FakeService implements AutoCloseable {
  /** What is said to one client, which has closed its end or is cut off when it returns. */
  interface Talk {
    void to(InputStream client, OutputStream out) throws IOException;
  }

  private final ServerSocket server;

  private FakeService(Talk talk) throws IOException {
    server = new ServerSocket(0, 100, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofPlatform().daemon().name("fake-service").start(() -> accept(talk));
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept(Talk talk) {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        Thread.ofVirtual().start(() -> talk(talk, client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void talk(Talk talk, Socket client) {
    try (client) {
      talk.to(client.getInputStream(), client.getOutputStream());
    } catch (IOException e) {
      // The client has gone.
    }
  }

  /** Starts one of each kind, by what it is. */
  static Map<String, FakeService> all() throws IOException {
    var services = new TreeMap<String, FakeService>();
    greeting(services, "SSH", "SSH-2.0-OpenSSH_9.9\r\n");
    greeting(services, "SMTP", "220 mail.example ESMTP\r\n");
    greeting(services, "IMAP", "* OK ready\r\n");
    greeting(services, "VNC", "RFB 003.008\n");
    greeting(services, "NATS", "INFO {\"server_id\":\"x\",\"version\":\"2.10\"}\r\n");
    greeting(services, "zeros", "\0\0\0\0\0\0\0\0\0\0\0\0");
    greeting(services, "telnet", "\u00ff\u00fd\u0018\u00ff\u00fd \r\n");
    // Looks like a greeting of MySQL to who does not look at its first byte.
    greeting(services, "says a length first", "@\0\0\0" + "\1".repeat(64));
    answering(services, "memcached", "ERROR\r\n");
    answering(services, "Redis", "-ERR unknown command\r\n");
    answering(services, "HTTP", "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
    answering(services, "TLS alert", "\u0015\u0003\u0003\0\2\2F");
    answering(services, "says N", "N");
    answering(services, "says S", "S");
    answering(services, "says E", "E");
    answering(services, "says N and more", "NOT A COMMAND\r\n");
    services.put("echo", new FakeService(InputStream::transferTo));
    services.put("silent", new FakeService((client, out) -> client.readAllBytes()));
    services.put("closes", new FakeService((client, out) -> {}));
    services.put("closes after 8 bytes", new FakeService((client, out) -> client.readNBytes(8)));
    return services;
  }

  private static void greeting(Map<String, FakeService> services, String kind, String text)
      throws IOException {
    services.put(
        kind,
        new FakeService(
            (client, out) -> {
              out.write(text.getBytes(StandardCharsets.ISO_8859_1));
              client.readAllBytes();
            }));
  }

  /** Answers whatever comes, again and again. */
  private static void answering(Map<String, FakeService> services, String kind, String text)
      throws IOException {
    services.put(
        kind,
        new FakeService(
            (client, out) -> {
              var heard = new byte[4096];
              while (client.read(heard) >= 0) {
                out.write(text.getBytes(StandardCharsets.ISO_8859_1));
              }
            }));
  }

  static void closeAll(Iterable<FakeService> services) throws IOException {
    for (var service : services) {
      service.close();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
