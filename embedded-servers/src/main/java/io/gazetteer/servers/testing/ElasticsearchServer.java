package io.gazetteer.servers.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * Is an Elasticsearch node that somebody else stops.
 *
 * @param url for example {@code http://127.0.0.1:9200}
 */
public record ElasticsearchServer(String url, String username, String password) {
  /** Returns the header {@code Authorization} that each request needs. */
  public String authorization() {
    var login = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(login);
  }

  /** Returns what a Spring application needs to connect. */
  public Map<String, String> springSettings() {
    return Map.of(
        "spring.elasticsearch.uris", url,
        "spring.elasticsearch.username", username,
        "spring.elasticsearch.password", password);
  }
}
