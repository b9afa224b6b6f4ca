package io.gazetteer.worker.index;

import static java.util.stream.Collectors.joining;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gazetteer.servers.testing.ElasticsearchServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands before an index and has no room, as a real one under load: it refuses each bulk request as
 * a whole when it first comes, and half of its documents twice more.
 */
final class BusyIndex implements AutoCloseable {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http = HttpClient.newHttpClient();
  private final ElasticsearchServer target;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger refused = new AtomicInteger();
  private final ConcurrentHashMap<String, Integer> seen = new ConcurrentHashMap<>();

  /** A document, or the deletion of one, as it was sent. */
  private record Item(String id, String lines) {}

  BusyIndex(ElasticsearchServer target) {
    this.target = target;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Requests and documents that were refused. */
  int refused() {
    return refused.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      if (!exchange.getRequestURI().getPath().equals("/_bulk")) {
        var answer = send(exchange, exchange.getRequestURI().toString(), body);
        answer(exchange, answer.statusCode(), answer.body());
        return;
      }
      var items = items(body);
      if (seen.putIfAbsent(items.getFirst().id(), 1) == null) {
        refused.incrementAndGet();
        answer(exchange, TOO_MANY_REQUESTS, "{}".getBytes(StandardCharsets.UTF_8));
      } else {
        answer(exchange, 200, JSON.writeValueAsBytes(bulk(exchange, items)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Item> items(byte[] body) {
    var items = new ArrayList<Item>();
    var lines = new String(body, StandardCharsets.UTF_8).lines().iterator();
    while (lines.hasNext()) {
      var action = lines.next();
      var operation = JSON.readTree(action).properties().iterator().next();
      var document = operation.getKey().equals("delete") ? "" : lines.next() + "\n";
      items.add(new Item(operation.getValue().path("_id").asString(), action + "\n" + document));
    }
    return items;
  }

  private JsonNode bulk(HttpExchange exchange, List<Item> items)
      throws IOException, InterruptedException {
    var taken = items.stream().filter(item -> hasRoom(item.id())).toList();
    var written = taken.isEmpty() ? JSON.createArrayNode() : write(exchange, taken);
    var answers = JSON.createArrayNode();
    int next = 0;
    for (Item item : items) {
      boolean isTaken = next < taken.size() && taken.get(next).equals(item);
      answers.add(isTaken ? written.get(next++) : refusal(item.id()));
    }
    var answer = JSON.createObjectNode().put("errors", taken.size() < items.size());
    answer.set("items", answers);
    return answer;
  }

  private boolean hasRoom(String id) {
    return seen.merge(id, 1, Integer::sum) > 3 || id.hashCode() % 2 == 0;
  }

  private JsonNode write(HttpExchange exchange, List<Item> items)
      throws IOException, InterruptedException {
    var body = items.stream().map(Item::lines).collect(joining());
    var answer = send(exchange, "/_bulk", body.getBytes(StandardCharsets.UTF_8));
    return JSON.readTree(answer.body()).path("items");
  }

  private ObjectNode refusal(String id) {
    refused.incrementAndGet();
    var outer = JSON.createObjectNode();
    var inner = outer.putObject("index").put("_id", id).put("status", TOO_MANY_REQUESTS);
    inner.putObject("error").put("type", "es_rejected_execution_exception");
    return outer;
  }

  private HttpResponse<byte[]> send(HttpExchange exchange, String path, byte[] body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(target.url() + path))
            .header("Authorization", target.authorization())
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    for (String header : List.of("Content-Type", "Accept")) {
      var value = exchange.getRequestHeaders().getFirst(header);
      if (value != null) {
        request.header(header, value);
      }
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    http.close();
  }
}
