package io.gazetteer.api.sources.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.Credentials;
import io.gazetteer.api.testing.TestApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TlsIT {
  private static final String PATH = "/api/db-credentials/";
  private final TestApi api = TestApi.shared();

  @Test
  void showsWhatWasRegistered() {
    var plain = api.post(PATH, Credentials.any()).json();
    assertThat(plain.path("tls_mode").asString()).isEqualTo("prefer");
    assertThat(plain.path("ca_certificate").isNull()).isTrue();

    var strict = strict().json();
    assertThat(strict.path("tls_mode").asString()).isEqualTo("verify-full");
    assertThat(strict.path("ca_certificate").asString()).isEqualTo(TestPem.TRUSTED);
    assertThat(api.get(PATH + strict.path("id").asString()).json()).isEqualTo(strict);
  }

  @Test
  void needsThePasswordAgainForWeakerTls() {
    var id = strict().json().path("id").asString();
    var other = new HashMap<String, Object>();
    other.put("ca_certificate", null);
    for (var change :
        List.of(
            Map.of("tls_mode", "require"),
            Map.of("tls_mode", "disable"),
            Map.of("ca_certificate", TestPem.OTHER),
            other)) {
      assertThat(api.call("PATCH", PATH + id, change).wrongFields()).containsExactly("password");
    }
    var weaker = Map.of("tls_mode", "disable", "password", "once-more");
    assertThat(api.call("PATCH", PATH + id, weaker).json().path("tls_mode").asString())
        .isEqualTo("disable");
  }

  @Test
  void needsNoPasswordForStrongerTls() {
    var id = api.post(PATH, Credentials.any()).json().path("id").asString();
    for (var mode : List.of("disable", "prefer", "require", "verify-full")) {
      var answer = api.call("PATCH", PATH + id, Map.of("tls_mode", mode));
      assertThat(answer.json().path("tls_mode").asString()).isEqualTo(mode);
    }
  }

  private Answer strict() {
    var body = Credentials.any();
    body.put("tls_mode", "verify-full");
    body.put("ca_certificate", TestPem.TRUSTED);
    return api.post(PATH, body);
  }
}
