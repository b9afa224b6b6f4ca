package io.gazetteer.worker.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.worker.testing.fixtures.CrawledDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The only port of a worker. */
class ManagementPortIT extends CrawledDatabase {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void hasHealthAndMetricsOnly() throws Exception {
    assertThat(get("/actuator/prometheus").body()).contains("gazetteer_");
    var links = JsonMapper.shared().readTree(get("/actuator").body()).path("_links");
    assertThat(links.propertyNames())
        .containsExactlyInAnyOrder("self", "health", "health-path", "prometheus");
    for (var other :
        List.of(
            "",
            "/error",
            "/api/health",
            "/actuator/beans",
            "/actuator/configprops",
            "/actuator/env",
            "/actuator/heapdump",
            "/actuator/info",
            "/actuator/loggers",
            "/actuator/mappings",
            "/actuator/metrics",
            "/actuator/shutdown",
            "/actuator/threaddump")) {
      assertThat(get(other).statusCode()).as(other).isEqualTo(404);
    }
  }

  @Test
  void answersNoPageInABrowser() throws Exception {
    assertThat(get("/actuator/health", "Origin", "http://elsewhere.example").statusCode())
        .isEqualTo(403);
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    var port = worker.getEnvironment().getProperty("local.server.port");
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
