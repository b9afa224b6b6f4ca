package io.gazetteer.standalone.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Makes the few calls of the API that the start needs. Thread safe. */
public final class CatalogApi implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int ACCEPTED = 202;
  private static final JsonMapper JSON = new JsonMapper();

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  public CatalogApi(String url) {
    base = URI.create(url);
  }

  /** Returns whether the API is ready to serve; false as well while nothing listens. */
  public boolean isReady() {
    try {
      return send(request("/api/health").GET()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns an access token; empty when the API does not take this password. */
  public Optional<String> logIn(String username, String password) throws IOException {
    var answer = send(post("/api/auth/login", Map.of("username", username, "password", password)));
    return answer.statusCode() == 200
        ? Optional.of(JSON.readTree(answer.body()).get("access_token").asString())
        : Optional.empty();
  }

  /** Registers a database; one that is registered already stays as it is. */
  public void register(String token, DbCredentials database) throws IOException {
    var answer =
        send(post("/api/db-credentials/", database).header("Authorization", "Bearer " + token));
    if (answer.statusCode() != 201 && answer.statusCode() != 409) {
      throw new IOException(
          "the API answered " + answer.statusCode() + " to the database " + database.dbName());
    }
  }

  /** Returns whether the first crawl of a registered database is over. */
  public boolean isCrawled(String token, String dbName) throws IOException {
    var schema = request("/api/db-schema/?limit=1&db_name=" + dbName).GET();
    return send(schema.header("Authorization", "Bearer " + token)).statusCode() != ACCEPTED;
  }

  private HttpRequest.Builder post(String path, Object body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
