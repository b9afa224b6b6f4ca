package io.gazetteer.benchmarks;

import io.gazetteer.servers.DatabaseServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls of the API that are timed. */
final class Api {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> LIVE = Set.of("PENDING", "PLANNING", "RUNNING", "FINISHING");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private String token = "";

  Api(int port) {
    url = "http://127.0.0.1:" + port;
  }

  boolean isReady() throws InterruptedException {
    try {
      var health = HttpRequest.newBuilder(URI.create(url + "/api/health")).build();
      return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  void login(String password) throws IOException, InterruptedException {
    var answer = post("/api/auth/login", Map.of("username", "admin", "password", password));
    token = answer.path("access_token").asString();
  }

  /**
   * Registers a database and returns when its first crawl has ended well and the table is found.
   *
   * @return the crawl
   */
  JsonNode crawl(DatabaseServer server, String database, String table)
      throws IOException, InterruptedException {
    var answer =
        post(
            "/api/db-credentials/",
            Map.of(
                "hostname", server.host(),
                "port", server.port(),
                "db_name", database,
                "username", server.username(),
                "password", server.password(),
                "db_type", "PostgreSQL"));
    var crawl = end(answer.at("/crawl/id").asString());
    if (!crawl.path("state").asString().equals("SUCCEEDED")) {
      throw new IOException("The crawl did not succeed: " + crawl);
    }
    if (get("/api/search/?q=" + table).path("hits").isEmpty()) {
      throw new IOException("The table is not found: " + table);
    }
    return crawl;
  }

  private JsonNode end(String crawl) throws IOException, InterruptedException {
    while (true) {
      var answer = get("/api/crawls/" + crawl);
      if (!LIVE.contains(answer.path("state").asString())) {
        return answer;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url + path)));
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer =
        http.send(
            request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
