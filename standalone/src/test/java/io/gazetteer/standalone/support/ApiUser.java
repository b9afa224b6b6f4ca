package io.gazetteer.standalone.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Someone who has logged in and calls the API; keeps every answer's text. */
public final class ApiUser {
  private static final Set<String> LIVE = Set.of("PENDING", "PLANNING", "RUNNING", "FINISHING");
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final StringBuilder seen = new StringBuilder();
  private final URI base;
  private @Nullable String token;

  public ApiUser(String url) {
    base = URI.create(url);
  }

  /** An answer; the body is a missing node when it is empty or no JSON. */
  public record Answer(int status, String location, JsonNode body) {}

  public Answer logIn(String username, String password) {
    token = null;
    var answer =
        call("POST", "/api/auth/login", Map.of("username", username, "password", password));
    if (answer.status() == 200) {
      token = answer.body().get("access_token").asString();
    }
    return answer;
  }

  /** Calls with this token from now on. */
  public ApiUser with(String other) {
    token = other;
    return this;
  }

  public Answer get(String path) {
    return call("GET", path, null);
  }

  public Answer post(String path, @Nullable Object body) {
    return call("POST", path, body);
  }

  public Answer delete(String path) {
    return call("DELETE", path, null);
  }

  public Answer register(TargetDatabase database) {
    return post("/api/db-credentials/", database.body());
  }

  /** Registers and waits for the first crawl; answers the data source's id. */
  public String registerAndCrawl(TargetDatabase database) {
    var answer = register(database);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    var crawl = waitForCrawl(answer.body().get("crawl").get("id").asString());
    assertThat(crawl.get("state").asString()).as("%s", crawl).isEqualTo("SUCCEEDED");
    return answer.body().get("id").asString();
  }

  /** The crawl when it is over. */
  public JsonNode waitForCrawl(String id) {
    return await("the end of crawl " + id)
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> get("/api/crawls/" + id).body(),
            crawl -> !LIVE.contains(crawl.path("state").asString("PENDING")));
  }

  /** Tables of a data source by {@code schema.name}. */
  public Map<String, JsonNode> tables(String dataSourceId, String dbName) {
    var answer = get("/api/db-schema/?db_name=" + encode(dbName) + "&id=" + dataSourceId);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    var tables = new LinkedHashMap<String, JsonNode>();
    for (var table : answer.body().get("tables")) {
      tables.put(table.get("schema").asString() + "." + table.get("name").asString(), table);
    }
    return tables;
  }

  public JsonNode search(String words) {
    var answer = get("/api/search/?q=" + encode(words));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body().get("hits");
  }

  /** Everything the API ever answered, headers included. */
  public String everythingSeen() {
    return seen.toString();
  }

  /** Asks for something that is to be created once, however often it is asked for. */
  public Answer postOnce(String path, Object body, String key) {
    return call("POST", path, body, "Idempotency-Key", key);
  }

  public Answer call(String method, String path, @Nullable Object body, String... headers) {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : publisher(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      seen.append(response.headers().map()).append(response.body()).append('\n');
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Location").orElse(""),
          isJson(response.body()) ? JSON.readTree(response.body()) : JSON.missingNode());
    } catch (IOException e) {
      return new Answer(0, "", JSON.missingNode());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isJson(String body) {
    return body.startsWith("{") || body.startsWith("[");
  }

  /** An answer that is no JSON. */
  public String text(String path) {
    try {
      var request = HttpRequest.newBuilder(base.resolve(path)).build();
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest.BodyPublisher publisher(Object body) {
    return BodyPublishers.ofString(
        body instanceof String text ? text : JSON.writeValueAsString(body));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
