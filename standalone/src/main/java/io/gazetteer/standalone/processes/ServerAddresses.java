package io.gazetteer.standalone.processes;

import io.gazetteer.standalone.settings.PostgresAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says where the three servers are, embedded or not, and how to log in.
 *
 * @param kafka environment variables
 * @param elasticsearch environment variables
 */
record ServerAddresses(
    PostgresAddress postgres, Map<String, String> kafka, Map<String, String> elasticsearch) {

  /** Returns the environment variables that tell an application the addresses. */
  Map<String, String> environment() {
    var environment = environment(postgres);
    environment.putAll(kafka);
    environment.putAll(elasticsearch);
    return environment;
  }

  /** Returns the variables for the catalog store alone. */
  static Map<String, String> environment(PostgresAddress postgres) {
    var environment = new LinkedHashMap<String, String>();
    environment.put("GAZETTEER_POSTGRES_URL", postgres.url());
    environment.put("GAZETTEER_POSTGRES_USER", postgres.user());
    environment.put("GAZETTEER_POSTGRES_PASSWORD", postgres.password());
    return environment;
  }
}
