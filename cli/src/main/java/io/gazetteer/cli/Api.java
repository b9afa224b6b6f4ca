package io.gazetteer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Calls one Gazetteer. What it refuses becomes a {@link Failure} with the sentence it says. */
public final class Api {
  public static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofMinutes(10);

  private final URI server;
  private final Optional<String> token;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  public Api(URI server, Optional<String> token) {
    this.server = server;
    this.token = token;
  }

  public URI server() {
    return server;
  }

  /** Returns the same Gazetteer, asked with another token. */
  public Api with(String other) {
    return new Api(server, Optional.of(other));
  }

  /** Builds the query of a path; a parameter of null is left out. */
  public static String query(@Nullable String... namesAndValues) {
    var query = new StringBuilder();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      var value = namesAndValues[i + 1];
      if (value != null) {
        query
            .append(query.isEmpty() ? '?' : '&')
            .append(namesAndValues[i])
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
    return query.toString();
  }

  public JsonNode get(String path) {
    return call("GET", path, null);
  }

  public JsonNode post(String path, @Nullable JsonNode body) {
    return call("POST", path, body);
  }

  public void delete(String path) {
    call("DELETE", path, null);
  }

  private JsonNode call(String method, String path, @Nullable JsonNode body) {
    var request =
        request(path)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .header("Accept", "application/json");
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    var response = send(request.build(), BodyHandlers.ofByteArray());
    var answered = response.body();
    if (response.statusCode() >= 300) {
      throw refused(response.statusCode(), answered);
    }
    return answered.length == 0 ? JsonNodeFactory.instance.nullNode() : JSON.readTree(answered);
  }

  /** Opens an answer that is passed on as it comes. */
  public InputStream stream(String path, String accept) {
    var response =
        send(request(path).header("Accept", accept).GET().build(), BodyHandlers.ofInputStream());
    if (response.statusCode() >= 300) {
      try (var in = response.body()) {
        throw refused(response.statusCode(), in.readAllBytes());
      } catch (IOException e) {
        throw refused(response.statusCode(), new byte[0]);
      }
    }
    return response.body();
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(server + path)).timeout(ANSWER);
    token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
    return request;
  }

  /** Sends a request that is not one of the API's calls. */
  public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException e) {
      throw new Failure(
          Failure.FAILED,
          "No Gazetteer answers at "
              + server
              + ". Start one with ./gazetteer start, or name another with --server or GAZETTEER_URL.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Failure.FAILED, "Interrupted.");
    }
  }

  private Failure refused(int status, byte[] body) {
    var problem = problem(body);
    var sentence = new StringBuilder(problem.path("detail").asString("It answered " + status));
    for (JsonNode error : problem.path("errors")) {
      sentence
          .append("\n  ")
          .append(error.path("field").asString(""))
          .append(' ')
          .append(error.path("message").asString(""));
    }
    return switch (status) {
      case 401 ->
          new Failure(Failure.NOT_LOGGED_IN, "Log in first: ./gazetteer login" + forServer());
      case 404 -> new Failure(Failure.NOT_FOUND, sentence.toString());
      default -> new Failure(Failure.FAILED, sentence.toString());
    };
  }

  private String forServer() {
    return token.isEmpty() ? "" : " (the token for " + server + " is not good any more)";
  }

  private static JsonNode problem(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      return JsonNodeFactory.instance.objectNode();
    }
  }
}
