package io.gazetteer.common.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.api.Test;

class KafkaLoginTest {
  @Test
  void isNothingByItself() {
    assertThat(KafkaLogin.settings("", "", "", "", "")).isEmpty();
  }

  @Test
  void isPlainUnlessAnotherMechanismIsGiven() {
    assertThat(KafkaLogin.settings("SASL_SSL", "", "u", "p", ""))
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.mechanism", "PLAIN");
  }

  @Test
  void knowsTheModuleOfEachMechanism() {
    assertThat(module("PLAIN")).endsWith("PlainLoginModule");
    assertThat(module("SCRAM-SHA-256")).endsWith("ScramLoginModule");
    assertThat(module("SCRAM-SHA-512")).endsWith("ScramLoginModule");
  }

  private static String module(String mechanism) {
    var settings = KafkaLogin.settings("SASL_SSL", mechanism, "u", "p", "");
    return read(settings).configurationEntries().getFirst().getLoginModuleName();
  }

  /** A password is data, whatever is in it. */
  @Test
  void readsUserAndPasswordAsTheyAre() {
    var password = "a\"; b\\ user_x=\"y";
    var settings = KafkaLogin.settings("SASL_SSL", "PLAIN", "who \"am\" i", password, "");
    assertThat(read(settings).configurationEntries()).hasSize(1);
    assertThat(read(settings).configurationEntries().getFirst().getOptions())
        .isEqualTo(Map.of("username", "who \"am\" i", "password", password));
  }

  private static JaasContext read(Map<String, String> settings) {
    return JaasContext.loadClientContext(
        Map.of(SaslConfigs.SASL_JAAS_CONFIG, new Password(settings.get("sasl.jaas.config"))));
  }

  @Test
  void trustsWhomTheFileNames() {
    assertThat(KafkaLogin.settings("SSL", "", "", "", "/etc/ca.pem"))
        .containsEntry("ssl.truststore.type", "PEM")
        .containsEntry("ssl.truststore.location", "/etc/ca.pem");
  }
}
