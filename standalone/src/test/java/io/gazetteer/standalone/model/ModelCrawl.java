package io.gazetteer.standalone.model;

import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A crawl as the API shows it.
 *
 * @param body everything the API says of it
 */
record ModelCrawl(UUID source, UUID id, long epoch, String state, JsonNode body) {

  static ModelCrawl of(JsonNode body) {
    return new ModelCrawl(
        UUID.fromString(body.get("data_source_id").asString()),
        UUID.fromString(body.get("id").asString()),
        body.get("epoch").asLong(),
        body.get("state").asString(),
        body);
  }

  boolean hasError() {
    return body.path("error").isObject();
  }

  long count(String field) {
    return body.get(field).asLong();
  }
}
