package io.gazetteer.api.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between an API process and Elasticsearch: remembers what is asked, and can hold it up or
 * refuse it.
 */
public final class IndexProxy implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final String target;
  private volatile Gate gate = (path, count) -> true;

  public IndexProxy(String target) {
    this.target = target;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::pass);
    server.start();
  }

  /** Decides about a request before it is passed on. */
  public interface Gate {
    /**
     * Returns whether it is passed on; if not, it is answered 503.
     *
     * @param count how many requests with this path there have been, this one included
     */
    boolean pass(String path, long count) throws InterruptedException;
  }

  /** Forgets what was asked, and has this gate from now on. */
  public void reset(Gate newGate) {
    paths.clear();
    gate = newGate;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The paths of all requests since the reset. */
  public List<String> paths() {
    return List.copyOf(paths);
  }

  /** How many requests had a path with this end. */
  public long count(String end) {
    return paths.stream().filter(path -> path.endsWith(end)).count();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      paths.add(path);
      if (gate.pass(path, count(path))) {
        forward(exchange);
      } else {
        exchange.sendResponseHeaders(503, -1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void forward(HttpExchange exchange) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    for (String header : List.of("Content-Type", "Accept", "Authorization")) {
      var value = exchange.getRequestHeaders().getFirst(header);
      if (value != null) {
        request.header(header, value);
      }
    }
    var answer = http.send(request.build(), BodyHandlers.ofByteArray());
    for (String header : List.of("Content-Type", "X-Elastic-Product")) {
      answer
          .headers()
          .firstValue(header)
          .ifPresent(value -> exchange.getResponseHeaders().set(header, value));
    }
    exchange.sendResponseHeaders(
        answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
    exchange.getResponseBody().write(answer.body());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    http.shutdownNow();
  }
}
