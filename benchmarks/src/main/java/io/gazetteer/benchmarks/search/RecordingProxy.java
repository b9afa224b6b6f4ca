package io.gazetteer.benchmarks.search;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Stands between an API process and Elasticsearch, and writes down the searches that pass, to be
 * sent again word for word. Thread safe.
 */
final class RecordingProxy implements AutoCloseable {
  private static final Pattern SEARCH = Pattern.compile(".*/(_search|_msearch|_pit|_mget)\\b.*");

  /** What each side of a connection says for itself. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "upgrade",
          "expect",
          "http2-settings",
          "user-agent",
          "keep-alive");

  private final HttpServer server;
  private final HttpClient http = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
  private final int target;
  private final List<byte[]> recorded = new ArrayList<>();

  private RecordingProxy(HttpServer server, int target) {
    this.server = server;
    this.target = target;
  }

  /**
   * Listens at a free port of the loopback address.
   *
   * @param target Elasticsearch's port
   */
  static RecordingProxy start(int target) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var proxy = new RecordingProxy(server, target);
    server.createContext("/", proxy::pass);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return proxy;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The searches since it was last asked, as they can be sent to Elasticsearch itself. */
  List<byte[]> take() {
    synchronized (recorded) {
      var taken = List.copyOf(recorded);
      recorded.clear();
      return taken;
    }
  }

  private void pass(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    var uri = exchange.getRequestURI().toString();
    if (SEARCH.matcher(uri).matches()) {
      record(exchange, body);
    }
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + target + uri))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    headers(exchange).forEach(header -> request.header(header.name(), header.value()));
    try {
      var answer = http.send(request.build(), BodyHandlers.ofByteArray());
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      boolean empty = answer.body().length == 0;
      exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private record Header(String name, String value) {}

  private static List<Header> headers(HttpExchange exchange) {
    return exchange.getRequestHeaders().entrySet().stream()
        .filter(header -> !OF_THE_CONNECTION.contains(header.getKey().toLowerCase(Locale.ROOT)))
        .map(header -> new Header(header.getKey(), String.join(", ", header.getValue())))
        .toList();
  }

  private void record(HttpExchange exchange, byte[] body) {
    var head = new StringBuilder(exchange.getRequestMethod());
    head.append(' ').append(exchange.getRequestURI()).append(" HTTP/1.1\r\n");
    head.append("Host: 127.0.0.1:").append(target).append("\r\n");
    headers(exchange)
        .forEach(it -> head.append(it.name()).append(": ").append(it.value()).append("\r\n"));
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    var request = new ByteArrayOutputStream();
    request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    request.writeBytes(body);
    synchronized (recorded) {
      recorded.add(request.toByteArray());
    }
  }

  @Override
  public void close() {
    server.stop(0);
    http.close();
  }
}
