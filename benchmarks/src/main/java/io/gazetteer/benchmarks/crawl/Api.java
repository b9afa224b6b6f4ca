package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.source.Target;
import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.standalone.client.CatalogApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes the calls of the API that are timed, as the administrator; logs in at the first one. */
public final class Api {
  public static final String PASSWORD = "benchmark-password";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int UNAUTHORIZED = 401;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final String url;
  private final CatalogApi login;
  private final BooleanSupplier alive;
  private String token = "";

  /** Makes one that is told whether those it waits for still run. */
  Api(int port, BooleanSupplier alive) {
    this.port = port;
    this.url = "http://127.0.0.1:" + port;
    this.login = new CatalogApi(url);
    this.alive = alive;
  }

  public int port() {
    return port;
  }

  /** An access token that was just issued. */
  public String freshToken() throws IOException {
    token = login.logIn("admin", PASSWORD).orElseThrow(() -> new IOException("No login"));
    return token;
  }

  /** The newest access token; it is good for minutes. */
  public String token() throws IOException {
    return token.isEmpty() ? freshToken() : token;
  }

  boolean isReady() {
    return login.isReady();
  }

  /**
   * Registers a database and returns when its first crawl has ended well and the words are found.
   *
   * @return the id of the data source
   */
  public String crawl(Target database, String words) throws IOException, InterruptedException {
    var source = post("/api/db-credentials/", database.registration());
    awaitSuccess(source.at("/crawl/id").asString());
    while (get("/api/search/?q=" + words).path("hits").isEmpty()) {
      if (!alive.getAsBoolean()) {
        throw new IOException("Not found: " + words);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return source.path("id").asString();
  }

  /** Crawls again and returns when it has ended well. */
  void crawlAgain(String dataSource) throws IOException, InterruptedException {
    var crawl = post("/api/db-credentials/" + dataSource + "/crawls", Map.of());
    awaitSuccess(crawl.path("id").asString());
  }

  void delete(String dataSource) throws IOException, InterruptedException {
    send(request("/api/db-credentials/" + dataSource).DELETE());
  }

  private void awaitSuccess(String crawl) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    var answer = get("/api/crawls/" + crawl);
    while (state(answer) != CrawlState.SUCCEEDED) {
      if (!state(answer).isLive() || !alive.getAsBoolean()) {
        throw new IOException("The crawl did not succeed: " + answer);
      }
      pauseAfter(System.nanoTime() - begin);
      answer = get("/api/crawls/" + crawl);
    }
  }

  private static CrawlState state(JsonNode crawl) {
    return CrawlState.valueOf(crawl.path("state").asString());
  }

  /**
   * Adds four percent to what is measured, or 50 ms: whoever asks more often takes the processors
   * from the crawl.
   */
  private static void pauseAfter(long nanos) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(Math.clamp(TimeUnit.NANOSECONDS.toMillis(nanos) / 25, 50, 250));
  }

  private JsonNode post(String path, Object body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  /** Asks a question, or anything else that is read. */
  public JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  /** Asks for an answer in another form than JSON. */
  public String text(String path) throws IOException, InterruptedException {
    freshToken();
    var answer = sendWithToken(request(path));
    if (answer.statusCode() >= 300) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(LONGEST);
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = sendWithToken(request);
    if (answer.statusCode() == UNAUTHORIZED) {
      freshToken();
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
}
