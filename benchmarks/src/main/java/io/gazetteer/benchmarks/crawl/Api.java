package io.gazetteer.benchmarks.crawl;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls of the API that are timed. */
public final class Api {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> LIVE = Set.of("PENDING", "PLANNING", "RUNNING", "FINISHING");
  private static final int UNAUTHORIZED = 401;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final String url;
  private final String password;
  private final BooleanSupplier alive;
  private String token = "";

  /**
   * Logs in at the first call.
   *
   * @param password of the administrator
   * @param alive whether those that are waited for still run
   */
  public Api(int port, String password, BooleanSupplier alive) {
    this.port = port;
    this.url = "http://127.0.0.1:" + port;
    this.password = password;
    this.alive = alive;
  }

  public int port() {
    return port;
  }

  /** An access token that was just issued. */
  public String freshToken() throws IOException, InterruptedException {
    login();
    return token;
  }

  public boolean isReady() throws InterruptedException {
    try {
      var health = request("/api/health").build();
      return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Registers a database; returns the data source with its crawl. */
  JsonNode register(Target target) throws IOException, InterruptedException {
    return post("/api/db-credentials/", target.registration());
  }

  /**
   * Registers a database and returns when its first crawl has ended well and the words are found.
   *
   * @return the data source
   */
  public JsonNode crawl(Target target, String words) throws IOException, InterruptedException {
    var source = register(target);
    awaitSuccess(source.at("/crawl/id").asString());
    awaitFound(words);
    return source;
  }

  /** Crawls again and returns when it has ended well. */
  JsonNode crawlAgain(String dataSource) throws IOException, InterruptedException {
    var crawl = post("/api/db-credentials/" + dataSource + "/crawls", Map.of());
    var id = crawl.has("id") ? crawl.path("id") : crawl.path("crawl_id");
    return awaitSuccess(id.asString());
  }

  void delete(String dataSource) throws IOException, InterruptedException {
    send(request("/api/db-credentials/" + dataSource).DELETE());
  }

  private JsonNode awaitSuccess(String crawl) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    while (true) {
      var answer = get("/api/crawls/" + crawl);
      var state = answer.path("state").asString();
      if (state.equals("SUCCEEDED")) {
        return answer;
      }
      if (!LIVE.contains(state) || !alive.getAsBoolean()) {
        throw new IOException("The crawl did not succeed: " + answer);
      }
      pauseAfter(System.nanoTime() - begin);
    }
  }

  /** Adds four percent to what is measured at most, and leaves the processors to the crawl. */
  private static void pauseAfter(long nanos) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(Math.clamp(TimeUnit.NANOSECONDS.toMillis(nanos) / 25, 20, 250));
  }

  private void awaitFound(String words) throws IOException, InterruptedException {
    while (get("/api/search/?q=" + words).path("hits").isEmpty()) {
      if (!alive.getAsBoolean()) {
        throw new IOException("Not found: " + words);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(LONGEST);
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = sendWithToken(request);
    if (answer.statusCode() == UNAUTHORIZED) {
      login();
      answer = sendWithToken(request);
    }
    if (answer.statusCode() >= 300) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
  }

  private HttpResponse<String> sendWithToken(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var whole = request.setHeader("Authorization", "Bearer " + token).build();
    return http.send(whole, BodyHandlers.ofString());
  }

  private void login() throws IOException, InterruptedException {
    var body = JSON.writeValueAsString(Map.of("username", "admin", "password", password));
    var request =
        request("/api/auth/login")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    token = JSON.readTree(answer.body()).path("access_token").asString();
  }
}
