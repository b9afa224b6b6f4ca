package io.gazetteer.api.index;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.RequestOptions;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.gazetteer.api.web.Problem;
import io.gazetteer.api.web.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends queries to Elasticsearch. Thread safe. */
@Component
public final class IndexClient {
  private static final Logger log = LoggerFactory.getLogger(IndexClient.class);
  private static final int MULTIPLE_CHOICES = 300;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final RequestOptions OPTIONS =
      RequestOptions.DEFAULT.toBuilder()
          .setRequestConfig(
              RequestConfig.custom()
                  .setConnectionRequestTimeout(Timeout.ofSeconds(5))
                  .setResponseTimeout(Timeout.ofSeconds(15))
                  .build())
          .build();

  private final Rest5Client client;
  private final JsonMapper json = JsonMapper.shared();

  IndexClient(Rest5Client client) {
    this.client = client;
  }

  /**
   * Posts a query and returns the answer's body, which is in memory already.
   *
   * @param endpoint for example {@code /gazetteer-tables/_search}
   * @throws Problem {@code unavailable} when Elasticsearch does not answer, or not now
   * @throws RefusedException when it does not understand the request
   */
  public InputStream post(String endpoint, Map<String, String> parameters, JsonNode body) {
    var request = new Request("POST", endpoint);
    request.addParameters(parameters);
    request.setEntity(entity(body));
    return perform(request);
  }

  /**
   * Gets a small answer.
   *
   * @throws Problem as {@link #post}
   */
  public JsonNode get(String endpoint, Map<String, String> parameters) {
    var request = new Request("GET", endpoint);
    request.addParameters(parameters);
    return json.readTree(perform(request));
  }

  /**
   * Posts a query that may be about something that is no more.
   *
   * @return empty when it is no more
   * @throws Problem as {@link #post}
   * @throws RefusedException as {@link #post}
   */
  public Optional<JsonNode> tryPost(
      String endpoint, Map<String, String> parameters, JsonNode body) {
    var request = new Request("POST", endpoint);
    request.addParameters(parameters);
    request.setEntity(entity(body));
    try {
      return Optional.of(json.readTree(performed(request)));
    } catch (ResponseException e) {
      if (e.getResponse().getStatusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw refused(request, e);
    } catch (IOException e) {
      throw unavailable(request, e);
    }
  }

  /**
   * Deletes something.
   *
   * @throws Problem as {@link #post}
   * @throws RefusedException as {@link #post}
   */
  public void delete(String endpoint, JsonNode body) {
    var request = new Request("DELETE", endpoint);
    request.setEntity(entity(body));
    perform(request);
  }

  private HttpEntity entity(JsonNode body) {
    return new ByteArrayEntity(json.writeValueAsBytes(body), ContentType.APPLICATION_JSON);
  }

  private InputStream perform(Request request) {
    try {
      return performed(request);
    } catch (ResponseException e) {
      throw refused(request, e);
    } catch (IOException e) {
      throw unavailable(request, e);
    }
  }

  private InputStream performed(Request request) throws IOException {
    request.setOptions(OPTIONS);
    var response = client.performRequest(request);
    // The client throws for 500 and above only: a 404 or 429 looks like an answer.
    if (response.getStatusCode() >= MULTIPLE_CHOICES) {
      throw new ResponseException(response);
    }
    return response.getEntity().getContent();
  }

  /** What is wrong with the request will be wrong the next time, too. */
  private static RuntimeException refused(Request request, ResponseException e) {
    return e.getResponse().getStatusCode() == BAD_REQUEST
        ? new RefusedException(request.getEndpoint(), e)
        : unavailable(request, e);
  }

  /** Like {@link #post}, for answers that are wanted as they are. */
  public byte[] postForBytes(String endpoint, Map<String, String> parameters, JsonNode body) {
    try (var answer = post(endpoint, parameters, body)) {
      return answer.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Problem unavailable(Request request, IOException e) {
    log.warn("Elasticsearch did not answer {}: {}", request.getEndpoint(), e.toString());
    return new Problem(ProblemCode.UNAVAILABLE, "The search index is not available; try again")
        .retryAfter(PAUSE);
  }

  /** Like {@link #post}, for small answers. */
  public JsonNode postForTree(String endpoint, Map<String, String> parameters, JsonNode body) {
    return json.readTree(post(endpoint, parameters, body));
  }
}
