package io.gazetteer.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.TestApi;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;

/** What each port of a process shows. */
class SurfaceIT {
  private final TestApi api = TestApi.shared();

  @Test
  void theManagementPortHasHealthAndMetricsOnly() {
    assertThat(managed("/actuator").json().path("_links").propertyNames())
        .containsExactlyInAnyOrder("self", "health", "health-path", "prometheus");
    assertThat(managed("/actuator/health").status()).isEqualTo(200);
    assertThat(managed("/actuator/health/liveness").status()).isEqualTo(200);
    assertThat(managed("/actuator/prometheus").text()).contains("jvm_memory");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/", "/health", "/health/liveness", "/prometheus", "/env", "/heapdump"})
  void thePublicPortHasNothingOfIt(String path) {
    var answer = api.get("/actuator" + path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not_found");
    assertThat(api.send("GET", "/actuator" + path, null, Map.of()).status()).isEqualTo(401);
  }

  @Test
  void bothPortsAreThisMachinesUnlessASettingSaysElse() {
    var settings = api.bean(Environment.class);

    assertThat(settings.getProperty("server.address")).isEqualTo("127.0.0.1");
    assertThat(settings.getProperty("management.server.address")).isEqualTo("127.0.0.1");
    assertThat(settings.getProperty("local.management.port"))
        .isNotEqualTo(settings.getProperty("local.server.port"));
  }

  private Answer managed(String path) {
    var port = api.bean(Environment.class).getProperty("local.management.port");
    return api.sendTo("http://127.0.0.1:" + port, "GET", path, null, Map.of());
  }
}
