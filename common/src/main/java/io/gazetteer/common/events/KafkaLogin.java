package io.gazetteer.common.events;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.core.env.Environment;

/**
 * Adds the login at Kafka to the settings that all its clients here have in common. Kafka wants
 * user and password as a line of a language of its own, which differs from mechanism to mechanism.
 */
final class KafkaLogin implements BeanPostProcessor {
  private static final String MODULES = "org.apache.kafka.common.security.";

  private final Map<String, String> settings;

  private KafkaLogin(Map<String, String> settings) {
    this.settings = settings;
  }

  static KafkaLogin of(Environment environment) {
    return new KafkaLogin(
        settings(
            environment.getProperty("gazetteer.kafka.security-protocol", ""),
            environment.getProperty("gazetteer.kafka.sasl-mechanism", ""),
            environment.getProperty("gazetteer.kafka.user", ""),
            environment.getProperty("gazetteer.kafka.password", ""),
            environment.getProperty("gazetteer.kafka.ca-file", "")));
  }

  /**
   * Returns Kafka's own settings.
   *
   * @param mechanism PLAIN, or one of SCRAM's; PLAIN when empty
   * @param user empty for none
   * @param certificateAuthorities a PEM file of who may sign the brokers' certificates; empty for
   *     those that Java trusts
   */
  static Map<String, String> settings(
      String protocol,
      String mechanism,
      String user,
      String password,
      String certificateAuthorities) {
    var settings = new HashMap<String, String>();
    if (!protocol.isEmpty()) {
      settings.put("security.protocol", protocol);
    }
    if (!user.isEmpty()) {
      var chosen = mechanism.isEmpty() ? "PLAIN" : mechanism;
      settings.put("sasl.mechanism", chosen);
      settings.put(
          "sasl.jaas.config",
          "%s required username=%s password=%s;"
              .formatted(module(chosen), quoted(user), quoted(password)));
    }
    if (!certificateAuthorities.isEmpty()) {
      settings.put("ssl.truststore.type", "PEM");
      settings.put("ssl.truststore.location", certificateAuthorities);
    }
    return settings;
  }

  private static String module(String mechanism) {
    return MODULES
        + (mechanism.startsWith("SCRAM-") ? "scram.ScramLoginModule" : "plain.PlainLoginModule");
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @Override
  public @Nullable Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof KafkaProperties kafka) {
      kafka.getProperties().putAll(settings);
    }
    return bean;
  }
}
