package io.gazetteer.standalone.processes;

import io.gazetteer.standalone.settings.PostgresAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says where the three servers are, embedded or not. */
public record ServerAddresses(
    PostgresAddress postgres, String kafkaBootstrapServers, String elasticsearchUrl) {

  /** Returns the environment variables that tell an application the addresses. */
  public Map<String, String> environment() {
    var environment = environment(postgres);
    environment.put("GAZETTEER_KAFKA_BOOTSTRAP_SERVERS", kafkaBootstrapServers);
    environment.put("GAZETTEER_ELASTICSEARCH_URL", elasticsearchUrl);
    return environment;
  }

  /** Returns the variables for the catalog store alone. */
  public static Map<String, String> environment(PostgresAddress postgres) {
    var environment = new LinkedHashMap<String, String>();
    environment.put("GAZETTEER_POSTGRES_URL", postgres.url());
    environment.put("GAZETTEER_POSTGRES_USER", postgres.user());
    environment.put("GAZETTEER_POSTGRES_PASSWORD", postgres.password());
    return environment;
  }
}
