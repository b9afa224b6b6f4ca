package io.gazetteer.api.sources.registration.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gazetteer.api.sources.registration.TestPem;
import io.gazetteer.api.web.input.Bodies;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.common.source.TlsMode;
import io.gazetteer.common.source.TlsSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsFormTest {
  private static final TlsSettings STRICT = new TlsSettings(TlsMode.VERIFY_FULL, TestPem.TRUSTED);

  @Test
  void prefersEncryptionWhenNothingIsSaid() {
    assertThat(read(Map.of(), TlsSettings.DEFAULTS)).isEqualTo(TlsSettings.DEFAULTS);
    assertThat(read(Map.of(), STRICT)).isEqualTo(STRICT);
  }

  @Test
  void bringsCertificatesToOneForm() {
    var two =
        "Bag Attributes\r\n" + TestPem.TRUSTED.replace("\n", "\r\n") + "\n# x\n" + TestPem.OTHER;
    var read = read(Map.of("tls_mode", "require", "ca_certificate", two), TlsSettings.DEFAULTS);

    assertThat(read).isEqualTo(new TlsSettings(TlsMode.REQUIRE, TestPem.TRUSTED + TestPem.OTHER));
  }

  @Test
  void takesTheBundleOfACloud() {
    var bundle = new StringBuilder("# Roots of a cloud, as its page hands them out\n\n");
    for (int i = 0; i < 100; i++) {
      bundle.append("Root ").append(i).append("\n====\n").append(TestPem.OTHER);
      bundle.append("\r\n").append(TestPem.TRUSTED.replace("\n", "\r\n"));
    }

    var read =
        read(
            Map.of("tls_mode", "verify-full", "ca_certificate", bundle.toString()),
            TlsSettings.DEFAULTS);

    assertThat(read.caCertificate()).isEqualTo(TestPem.OTHER + TestPem.TRUSTED);
  }

  @Test
  void forgetsACertificateThatIsNoLongerLookedAt() {
    assertThat(read(Map.of("tls_mode", "prefer"), STRICT)).isEqualTo(TlsSettings.DEFAULTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "verify_full", "VERIFY-FULL", "verify-ca", "true"})
  void refusesOtherModes(String mode) {
    assertThat(wrongField(Map.of("tls_mode", mode))).isEqualTo("tls_mode");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
      })
  void refusesWhatIsNoCertificate(String text) {
    assertThat(wrongField(Map.of("tls_mode", "verify-full", "ca_certificate", text)))
        .isEqualTo("ca_certificate");
  }

  @Test
  void refusesACertificateThatWouldMeanNothing() {
    assertThat(wrongField(Map.of("tls_mode", "prefer", "ca_certificate", TestPem.TRUSTED)))
        .isEqualTo("ca_certificate");
    assertThat(wrongField(Map.of("ca_certificate", TestPem.TRUSTED))).isEqualTo("ca_certificate");
  }

  private static TlsSettings read(Map<String, Object> body, TlsSettings before) {
    var fields = Bodies.of(body);
    var tls = TlsForm.read(fields, before);
    fields.check();
    return tls;
  }

  private static String wrongField(Map<String, Object> body) {
    var problem = catchThrowableOfType(Problem.class, () -> read(body, TlsSettings.DEFAULTS));
    return String.join(",", Bodies.wrongFields(problem));
  }
}
