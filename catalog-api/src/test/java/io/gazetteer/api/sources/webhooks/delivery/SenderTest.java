package io.gazetteer.api.sources.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.gazetteer.api.testing.TestCertificate;
import io.gazetteer.common.source.policy.HostLookup;
import io.gazetteer.common.source.policy.Network;
import io.gazetteer.common.source.policy.NetworkSettings;
import io.gazetteer.common.source.policy.Targets;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that are elsewhere, slow, endless, or want more than they may have. */
class SenderTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final NetworkSettings HERE = NetworkSettings.ofOneMachine();
  private static final NetworkSettings DEFAULTS =
      new NetworkSettings(false, true, List.of(), List.of(), List.of(), List.of());

  private final List<AutoCloseable> opened = new ArrayList<>();
  private final AtomicInteger requests = new AtomicInteger();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : opened) {
      one.close();
    }
  }

  private Sender sender(NetworkSettings network, HostLookup lookup, String caFile) {
    var settings = new WebhookSettings(TIMEOUT, TIMEOUT, TIMEOUT, TIMEOUT, TIMEOUT, caFile);
    var sender =
        new Sender(
            ReceiverClient.of(Targets.of(network, lookup), settings), TIMEOUT, Clock.systemUTC());
    opened.add(sender::destroy);
    return sender;
  }

  private Sender sender(NetworkSettings network) {
    return sender(network, HostLookup.SYSTEM, "");
  }

  private static Outcome send(Sender sender, String url) {
    return sender.send(new Target(url, "a secret of a test"), UUID.randomUUID(), "{}");
  }

  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private String server(Answer answer) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    start(server, answer);
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void start(HttpServer server, Answer answer) {
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            requests.incrementAndGet();
            answer.to(exchange);
          }
        });
    server.start();
    opened.add(() -> server.stop(0));
  }

  /** A server that says what it likes to whoever connects. */
  private String rawServer(RawAnswer answer) throws IOException {
    var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    opened.add(server);
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                  requests.incrementAndGet();
                  answer.to(socket.getOutputStream());
                } catch (IOException | InterruptedException e) {
                  // The sender has had enough.
                }
              }
            });
    return "http://127.0.0.1:" + server.getLocalPort() + "/";
  }

  private interface RawAnswer {
    void to(OutputStream out) throws IOException, InterruptedException;
  }

  @Test
  void sendsWhatAReceiverCanCheck() throws IOException {
    var headers = new CopyOnWriteArrayList<String>();
    var url =
        server(
            exchange -> {
              exchange.getRequestHeaders().keySet().forEach(headers::add);
              exchange.sendResponseHeaders(200, -1);
            });
    assertThat(send(sender(HERE), url)).isEqualTo(new Outcome(200, null, Duration.ZERO));
    assertThat(headers)
        .contains("Webhook-id", "Webhook-timestamp", "Webhook-signature", "Content-type")
        .doesNotContain("Authorization", "Cookie");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsNoRedirect(int status) throws IOException {
    var secret = server(exchange -> exchange.sendResponseHeaders(200, -1));
    var url =
        server(
            exchange -> {
              exchange.getResponseHeaders().set("Location", secret);
              exchange.sendResponseHeaders(status, -1);
            });
    assertThat(send(sender(HERE), url)).isEqualTo(new Outcome(status, "redirected", Duration.ZERO));
    assertThat(requests).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "localhost",
        "0.0.0.0",
        "[::]",
        "169.254.169.254",
        "[fe80::1]",
        "[fd00:ec2::254]",
        "100.100.100.200",
        "168.63.129.16",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "224.0.0.1",
        "255.255.255.255"
      })
  void reachesNothingThatThePolicyForbids(String host) throws IOException {
    var url = server(exchange -> exchange.sendResponseHeaders(200, -1));
    var there = url.replace("127.0.0.1", host);
    assertThat(send(sender(DEFAULTS), there).error()).isEqualTo("target_not_allowed");
    assertThat(requests).hasValue(0);
  }

  @Test
  void refusesAHostOfWhichOneAddressIsForbidden() throws IOException {
    var url = server(exchange -> exchange.sendResponseHeaders(200, -1));
    HostLookup both =
        host -> List.of(InetAddress.ofLiteral("192.0.2.1"), InetAddress.ofLiteral("127.0.0.1"));
    var outcome = send(sender(DEFAULTS, both, ""), url.replace("127.0.0.1", "receiver.example"));
    assertThat(outcome.error()).isEqualTo("target_not_allowed");
    assertThat(requests).hasValue(0);
  }

  /**
   * A name that leads to an allowed address when it is looked up, and to another a moment later.
   */
  @Test
  void dialsTheAddressThatWasChecked() throws IOException {
    var url = server(exchange -> exchange.sendResponseHeaders(200, -1));
    var lookups = new AtomicInteger();
    HostLookup flipping =
        host ->
            List.of(
                InetAddress.ofLiteral(
                    lookups.getAndIncrement() % 2 == 0 ? "127.0.0.2" : "127.0.0.1"));
    var network =
        new NetworkSettings(
            true, true, List.of(), List.of(Network.of("127.0.0.1")), List.of(), List.of());
    var sender = sender(network, flipping, "");
    var errors = new ArrayList<String>();
    for (int flip = 0; flip < 200; flip++) {
      errors.add(
          String.valueOf(send(sender, url.replace("127.0.0.1", "flipping.example")).error()));
    }
    assertThat(requests).hasValue(0);
    assertThat(lookups).hasValue(200);
    assertThat(errors).contains("unreachable", "target_not_allowed").hasSize(200);
    assertThat(errors.stream().filter("target_not_allowed"::equals)).hasSize(100);
  }

  @Test
  void saysThatThereIsNoSuchHost() {
    HostLookup none =
        host -> {
          throw new UnknownHostException(host);
        };
    assertThat(send(sender(HERE, none, ""), "http://nowhere.example/").error())
        .isEqualTo("host_not_found");
  }

  @Test
  void waitsForNobodyLongerThanTheTimeLimit() throws IOException {
    var silent = rawServer(out -> Thread.sleep(10_000));
    var dripping =
        rawServer(
            out -> {
              for (byte letter : "HTTP/1.1 200 OK\r\nX-A: ".getBytes(StandardCharsets.UTF_8)) {
                out.write(letter);
              }
              while (true) {
                out.write('a');
                Thread.sleep(100);
              }
            });
    var sender = sender(HERE);
    for (String url : List.of(silent, dripping)) {
      long start = System.nanoTime();
      assertThat(send(sender, url).error()).isEqualTo("timeout");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.plusMillis(1_500));
    }
  }

  @Test
  void readsNothingOfAnAnswerButItsStatus() throws IOException {
    var written = new AtomicLong();
    byte[] block = new byte[65_536];
    var endless =
        rawServer(
            out -> {
              out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
              while (true) {
                out.write(block);
                written.addAndGet(block.length);
              }
            });
    long start = System.nanoTime();
    assertThat(send(sender(HERE), endless).isDelivered()).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT);
    await().during(Duration.ofMillis(300)).until(() -> true);
    assertThat(written.get()).isLessThan(64_000_000);
  }

  @Test
  void keepsNoEndlessHeaders() throws IOException {
    var byLines =
        rawServer(
            out -> {
              out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.UTF_8));
              while (true) {
                out.write("X-A: b\r\n".getBytes(StandardCharsets.UTF_8));
              }
            });
    var inOneLine =
        rawServer(
            out -> {
              out.write("HTTP/1.1 200 OK\r\nX-A: ".getBytes(StandardCharsets.UTF_8));
              while (true) {
                out.write("b".repeat(1_000).getBytes(StandardCharsets.UTF_8));
              }
            });
    for (String url : List.of(byLines, inOneLine)) {
      assertThat(send(sender(HERE), url).error()).isEqualTo("unreachable");
    }
  }

  @Test
  void comesBackWhenTheReceiverSays() throws IOException {
    var url =
        server(
            exchange -> {
              exchange.getResponseHeaders().set("Retry-After", "120");
              exchange.sendResponseHeaders(429, -1);
            });
    assertThat(send(sender(HERE), url))
        .isEqualTo(new Outcome(429, "refused", Duration.ofMinutes(2)));
  }

  @Test
  void trustsWhomTheFileNamesAndNobodyElse(@TempDir Path folder) throws Exception {
    var ours = TestCertificate.make(folder, "ours");
    var other = TestCertificate.make(folder, "other");
    var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(ours.context()));
    start(server, exchange -> exchange.sendResponseHeaders(200, -1));
    var port = server.getAddress().getPort();
    var url = "https://localhost:" + port + "/";

    var trusting = sender(HERE, HostLookup.SYSTEM, ours.file().toString());
    assertThat(send(trusting, url).isDelivered()).isTrue();
    assertThat(send(sender(HERE), url).error()).isEqualTo("tls_failed");
    assertThat(send(sender(HERE, HostLookup.SYSTEM, other.file().toString()), url).error())
        .isEqualTo("tls_failed");
    // The right key under a wrong name.
    HostLookup here = host -> List.of(InetAddress.getLoopbackAddress());
    assertThat(
            send(sender(HERE, here, ours.file().toString()), "https://other.example:" + port + "/")
                .error())
        .isEqualTo("tls_failed");
    assertThat(requests).hasValue(1);
  }
}
