package io.gazetteer.servers.testing;

import java.util.HashMap;
import java.util.Map;

/**
 * Is a Kafka broker that somebody else stops. Topics are not created by themselves.
 *
 * @param login what a client needs beside the address, with the names of Kafka's own settings
 */
public record KafkaServer(String bootstrapServers, Map<String, String> login) {
  /** Returns what a client needs to connect, and settings of its own. */
  public Map<String, Object> clientSettings(Map<String, ?> own) {
    var all = new HashMap<String, Object>(login);
    all.put("bootstrap.servers", bootstrapServers);
    all.putAll(own);
    return all;
  }

  /** Returns what a client needs to connect. */
  public Map<String, Object> clientSettings() {
    return clientSettings(Map.of());
  }

  /** Returns what a Spring application needs to connect. */
  public Map<String, String> springSettings() {
    var settings = new HashMap<String, String>();
    login.forEach((name, value) -> settings.put("spring.kafka.properties." + name, value));
    settings.put("spring.kafka.bootstrap-servers", bootstrapServers);
    return settings;
  }
}
