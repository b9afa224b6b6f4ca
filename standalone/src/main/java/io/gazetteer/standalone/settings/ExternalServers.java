package io.gazetteer.standalone.settings;

import java.util.Map;
import java.util.Optional;

/**
 * Names the user's own servers; each one given is used instead of its embedded twin.
 *
 * @param kafka the environment variables that lead there
 * @param elasticsearch the environment variables that lead there
 */
public record ExternalServers(
    Optional<PostgresAddress> postgres,
    Optional<Map<String, String>> kafka,
    Optional<Map<String, String>> elasticsearch) {

  static ExternalServers read(Environment environment) {
    return new ExternalServers(
        environment.text("GAZETTEER_POSTGRES_URL").map(url -> postgres(url, environment)),
        environment
            .text("GAZETTEER_KAFKA_BOOTSTRAP_SERVERS")
            .map(servers -> environment.startingWith("GAZETTEER_KAFKA_")),
        environment
            .text("GAZETTEER_ELASTICSEARCH_URL")
            .map(ExternalServers::http)
            .map(url -> environment.startingWith("GAZETTEER_ELASTICSEARCH_")));
  }

  private static PostgresAddress postgres(String url, Environment environment) {
    if (!url.startsWith("jdbc:postgresql://")) {
      throw new CannotStartException(
          "GAZETTEER_POSTGRES_URL must look like jdbc:postgresql://host:port/database.");
    }
    return new PostgresAddress(
        url,
        environment.text("GAZETTEER_POSTGRES_USER", "gazetteer"),
        environment.text("GAZETTEER_POSTGRES_PASSWORD", ""));
  }

  private static String http(String url) {
    if (!url.startsWith("http://") && !url.startsWith("https://")) {
      throw new CannotStartException(
          "GAZETTEER_ELASTICSEARCH_URL must look like http://host:9200.");
    }
    return url;
  }
}
