package io.gazetteer.common.index;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls Elasticsearch about its indexes, JSON in and out. Thread safe. */
final class IndexServer {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Rest5Client client;

  IndexServer(Rest5Client client) {
    this.client = client;
  }

  JsonNode call(Request request) {
    try (var body = client.performRequest(request).getEntity().getContent()) {
      return JSON.readTree(body);
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
