package io.gazetteer.api.operations.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.testing.Credentials;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MetricsIT {
  private final TestApi api = TestApi.shared();
  private final RegisteredDataSources sources = new RegisteredDataSources(api);

  @Test
  void showsCrawlsQueuesAndTheFreshnessOfEachDataSource() {
    var id = sources.register("measured");

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(value(find("gazetteer.crawls").tag("state", "PENDING"))).isPositive();
              assertThat(value(freshness(id))).isBetween(0.0, 60.0);
              assertThat(find("gazetteer.outbox.entries").gauge()).isNotNull();
              assertThat(find("gazetteer.outbox.oldest.age").gauge()).isNotNull();
              assertThat(find("gazetteer.dead.letters").gauges()).hasSize(4);
              assertThat(find("gazetteer.crawls.ended.last.day").gauges()).hasSize(5);
            });
    assertThat(registry().getMeters())
        .noneMatch(meter -> meter.getId().toString().contains(Credentials.PASSWORD));
  }

  @Test
  void forgetsADeletedDataSource() {
    var id = sources.register("measured_and_deleted");
    await().atMost(Duration.ofSeconds(30)).until(() -> freshness(id).gauge() != null);
    api.call("DELETE", "/api/db-credentials/" + id, null);

    await().atMost(Duration.ofSeconds(30)).until(() -> freshness(id).gauge() == null);
  }

  private Search freshness(UUID id) {
    return find("gazetteer.data.source.freshness").tag("data_source_id", id.toString());
  }

  private Search find(String name) {
    return registry().find(name);
  }

  private MeterRegistry registry() {
    return api.bean(MeterRegistry.class);
  }

  private static double value(Search search) {
    var gauge = search.gauge();
    return gauge == null ? Double.NaN : gauge.value();
  }
}
