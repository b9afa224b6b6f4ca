package io.gazetteer.common.index;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls Elasticsearch about its indexes, JSON in and out. Thread safe. */
final class IndexServer {
  private static final int MULTIPLE_CHOICES = 300;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Rest5Client client;

  IndexServer(Rest5Client client) {
    this.client = client;
  }

  /** Throws also for answers such as 404, which the client hands out like any other. */
  JsonNode call(Request request) {
    try {
      var response = client.performRequest(request);
      if (response.getStatusCode() >= MULTIPLE_CHOICES) {
        throw new ResponseException(response);
      }
      try (var body = response.getEntity().getContent()) {
        return JSON.readTree(body);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode send(String method, String endpoint, JsonNode body) {
    var request = new Request(method, endpoint);
    request.setJsonEntity(JSON.writeValueAsString(body));
    return call(request);
  }
}
