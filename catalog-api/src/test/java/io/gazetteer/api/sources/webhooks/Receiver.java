package io.gazetteer.api.sources.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A receiver of webhooks: it keeps what comes, and answers as it is told. */
final class Receiver implements AutoCloseable {
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final InetSocketAddress address;
  private volatile ToIntFunction<Received> answers = message -> 204;
  private HttpServer server;

  Receiver() {
    this(0);
  }

  private Receiver(int port) {
    this.server = listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    this.address = server.getAddress();
  }

  /**
   * A request as it came.
   *
   * @param nanos when
   */
  record Received(String id, String timestamp, String signature, String body, long nanos) {
    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }
  }

  private HttpServer listen(InetSocketAddress at) {
    try {
      var listening = HttpServer.create(at, 0);
      listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      listening.createContext("/", this::take);
      listening.start();
      return listening;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      var message =
          new Received(
              String.valueOf(headers.getFirst("webhook-id")),
              String.valueOf(headers.getFirst("webhook-timestamp")),
              String.valueOf(headers.getFirst("webhook-signature")),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
              System.nanoTime());
      received.add(message);
      exchange.sendResponseHeaders(answers.applyAsInt(message), -1);
    }
  }

  String url() {
    return "http://127.0.0.1:" + address.getPort() + "/hooks/secret-part";
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  /** Answers each request with this status. */
  void answer(ToIntFunction<Received> status) {
    answers = status;
  }

  /** Does not listen any more. */
  void down() {
    server.stop(0);
  }

  /** Listens again, at the same port. */
  void up() {
    server = listen(address);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
