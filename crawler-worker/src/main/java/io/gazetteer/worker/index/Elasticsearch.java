package io.gazetteer.worker.index;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.gazetteer.worker.index.bulk.BulkBody;
import java.io.IOException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls Elasticsearch by the low-level client, JSON in and out. Thread safe. */
@Component
public class Elasticsearch {
  private static final int MULTIPLE_CHOICES = 300;
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final ContentType NDJSON = ContentType.create("application/x-ndjson");

  private final Rest5Client client;

  Elasticsearch(Rest5Client client) {
    this.client = client;
  }

  /**
   * Sends a request.
   *
   * @throws IndexException when there is no answer, or one that says no
   */
  public JsonNode call(Request request) {
    try {
      var response = client.performRequest(request);
      int status = response.getStatusCode();
      try (var body = response.getEntity().getContent()) {
        // The client throws for 500 and above only: a 404 or 429 looks like an answer.
        if (status >= MULTIPLE_CHOICES) {
          throw new IndexException(status, request.getEndpoint());
        }
        return JSON.readTree(body);
      }
    } catch (ResponseException e) {
      throw new IndexException(e.getResponse().getStatusCode(), request.getEndpoint());
    } catch (IOException e) {
      throw new IndexException("The index did not answer " + request.getEndpoint(), e);
    }
  }

  public JsonNode post(String endpoint, JsonNode body) {
    var request = new Request("POST", endpoint);
    request.setEntity(
        new ByteArrayEntity(JSON.writeValueAsBytes(body), ContentType.APPLICATION_JSON));
    return call(request);
  }

  /** Searches; an answer that lacks what some shard holds is none. */
  public JsonNode search(String endpoint, JsonNode body) {
    var request = new Request("POST", endpoint);
    request.addParameter("allow_partial_search_results", "false");
    request.setEntity(
        new ByteArrayEntity(JSON.writeValueAsBytes(body), ContentType.APPLICATION_JSON));
    return call(request);
  }

  /** Sends a bulk request and returns whether any item of it failed. */
  public boolean bulkHasErrors(BulkBody body) {
    return bulk(body, "errors").path("errors").asBoolean(true);
  }

  /** Sends a bulk request and returns what became of each item. */
  public JsonNode bulk(BulkBody body) {
    return bulk(body, "items.*._id,items.*.status,items.*.error");
  }

  private JsonNode bulk(BulkBody body, String wanted) {
    var request = new Request("POST", "/_bulk");
    request.addParameter("filter_path", wanted);
    request.setEntity(body.entity(NDJSON));
    return call(request);
  }
}
