package io.gazetteer.worker.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.worker.testing.fixtures.CrawledDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a crawl leaves on the management port. */
class MetricsIT extends CrawledDatabase {
  private final MeterRegistry registry = worker.getBean(MeterRegistry.class);

  @Test
  void timesTheWorkAndCountsTheStatementsOnEachSource() {
    double bulks = registry.get("gazetteer.bulk.requests").counter().count();
    var source = register();
    crawl(source);

    assertThat(count("gazetteer.plan")).isPositive();
    assertThat(count("gazetteer.batch")).isPositive();
    assertThat(registry.get("gazetteer.bulk.requests").counter().count()).isGreaterThan(bulks);
    // The listing and one batch, each in a transaction that is begun and ended.
    assertThat(statements(source)).isEqualTo(12);
    crawl(source);
    assertThat(statements(source)).isEqualTo(24);
  }

  private double statements(UUID source) {
    return registry
        .get("gazetteer.source.statements")
        .tag("data_source_id", source.toString())
        .counter()
        .count();
  }

  private long count(String timer) {
    return registry.get(timer).tag("outcome", "done").timer().count();
  }
}
