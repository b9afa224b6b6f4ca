package io.gazetteer.common.index;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.RequestOptions;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends requests to Elasticsearch, JSON in and out. Every method throws {@link
 * IndexRefusedException} when Elasticsearch does not understand the request, and {@link
 * IndexUnavailableException} when it does not answer or cannot do it now. Thread safe.
 */
public final class IndexServer {
  private static final Logger log = LoggerFactory.getLogger(IndexServer.class);
  private static final int MULTIPLE_CHOICES = 300;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Rest5Client client;
  private final RequestOptions options;

  /** Makes a server whose requests wait as long as the client does. */
  public IndexServer(Rest5Client client) {
    this(client, RequestOptions.DEFAULT);
  }

  /**
   * Makes a server whose requests have these options.
   *
   * @param options of every request, for example how long to wait for its answer
   */
  public IndexServer(Rest5Client client, RequestOptions options) {
    this.client = client;
    this.options = options;
  }

  /** Returns a server whose requests wait this long for an answer, and no longer. */
  public IndexServer within(Duration time) {
    var timeout = Timeout.of(time);
    var limited =
        RequestConfig.custom()
            .setAuthenticationEnabled(false)
            .setConnectionRequestTimeout(timeout)
            .setResponseTimeout(timeout);
    return new IndexServer(client, options.toBuilder().setRequestConfig(limited.build()).build());
  }

  public JsonNode call(Request request) {
    try (var body = perform(request)) {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a request and returns the answer's body as it is. */
  public byte[] callForBytes(Request request) {
    try (var body = perform(request)) {
      return body.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode get(String endpoint, Map<String, String> parameters) {
    var request = new Request("GET", endpoint);
    request.addParameters(parameters);
    return call(request);
  }

  public JsonNode post(String endpoint, Map<String, String> parameters, JsonNode body) {
    return call(request("POST", endpoint, parameters, body));
  }

  /** Posts a request like {@link #post} and returns the answer's bytes. */
  public byte[] postForBytes(String endpoint, Map<String, String> parameters, JsonNode body) {
    return callForBytes(request("POST", endpoint, parameters, body));
  }

  /**
   * Posts a query about something that may be gone.
   *
   * @return empty when it is no more
   */
  public Optional<JsonNode> tryPost(
      String endpoint, Map<String, String> parameters, JsonNode body) {
    try {
      return Optional.of(post(endpoint, parameters, body));
    } catch (IndexUnavailableException e) {
      if (e.isMissing()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  public JsonNode put(String endpoint, JsonNode body) {
    return call(request("PUT", endpoint, Map.of(), body));
  }

  /**
   * Opens a point in time: searches in it see the index as it is now.
   *
   * @param kept for how long after each use, in whole minutes
   * @return the id of the point in time
   */
  public String openPointInTime(String indexes, Duration kept, Map<String, String> parameters) {
    var request = new Request("POST", "/" + indexes + "/_pit");
    request.addParameters(parameters);
    request.addParameter("keep_alive", kept.toMinutes() + "m");
    var id = call(request).path("id").asString("");
    if (id.isEmpty()) {
      throw new IndexUnavailableException("The index gave no point in time");
    }
    return id;
  }

  /** Closes a point in time. One that is gone is fine, and so is one that will go by itself. */
  public void closePointInTime(String id) {
    try {
      call(request("DELETE", "/_pit", Map.of(), JSON.createObjectNode().put("id", id)));
    } catch (IndexException e) {
      log.debug("A point in time is left to end by itself: {}", e.getMessage());
    }
  }

  private static Request request(
      String method, String endpoint, Map<String, String> parameters, JsonNode body) {
    var request = new Request(method, endpoint);
    request.addParameters(parameters);
    request.setEntity(
        new ByteArrayEntity(JSON.writeValueAsBytes(body), ContentType.APPLICATION_JSON));
    return request;
  }

  /** Returns the answer's body, which is in memory already. */
  private InputStream perform(Request request) {
    request.setOptions(options);
    try {
      var response = client.performRequest(request);
      // The client throws for 500 and above only: a 404 or 429 looks like an answer.
      if (response.getStatusCode() >= MULTIPLE_CHOICES) {
        throw new ResponseException(response);
      }
      return response.getEntity().getContent();
    } catch (ResponseException e) {
      throw refused(request.getEndpoint(), e);
    } catch (IOException e) {
      throw new IndexUnavailableException("The index did not answer " + request.getEndpoint(), e);
    }
  }

  private static IndexException refused(String endpoint, ResponseException e) {
    int status = e.getResponse().getStatusCode();
    var reason = IndexErrors.reason(status, errorType(e));
    var message = "The index answered " + status + " to " + endpoint;
    return reason
        .<IndexException>map(why -> new IndexUnavailableException(message, why, e))
        .orElseGet(() -> new IndexRefusedException(message, e));
  }

  private static String errorType(ResponseException e) {
    var entity = e.getResponse().getEntity();
    if (entity == null) {
      return "";
    }
    try (var body = entity.getContent()) {
      return JSON.readTree(body).at("/error/type").asString("");
    } catch (IOException | JacksonException unreadable) {
      return "";
    }
  }
}
