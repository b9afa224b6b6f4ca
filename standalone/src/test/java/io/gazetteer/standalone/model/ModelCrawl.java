package io.gazetteer.standalone.model;

import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A crawl as the API shows it.
 *
 * @param body everything the API says of it
 */
record ModelCrawl(UUID source, UUID id, long epoch, String state, JsonNode body) {
  private static final Set<String> LIVE = Set.of("PENDING", "PLANNING", "RUNNING", "FINISHING");

  static ModelCrawl of(JsonNode body) {
    return new ModelCrawl(
        UUID.fromString(body.get("data_source_id").asString()),
        UUID.fromString(body.get("id").asString()),
        body.get("epoch").asLong(),
        body.get("state").asString(),
        body);
  }

  boolean isLive() {
    return LIVE.contains(state);
  }

  boolean hasError() {
    return body.path("error").isObject();
  }

  long count(String field) {
    return body.get(field).asLong();
  }
}
