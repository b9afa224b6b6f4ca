package io.gazetteer.api.operations.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Gauges of how far the workers' consumers are behind. */
@Component
class QueueMetrics {
  private final ConsumerLags lags;
  private final MultiGauge gauges;

  QueueMetrics(ConsumerLags lags, MeterRegistry registry) {
    this.lags = lags;
    gauges =
        MultiGauge.builder("gazetteer.consumer.lag")
            .description("Messages the workers of a group have not taken yet")
            .register(registry);
  }

  /** Asks the brokers. */
  void refresh() throws ExecutionException, TimeoutException, InterruptedException {
    var rows = new ArrayList<Row<?>>();
    for (ConsumerLags.Lag lag : lags.read()) {
      rows.add(Row.of(Tags.of("group", lag.group(), "topic", lag.topic()), lag.messages()));
    }
    gauges.register(List.copyOf(rows), true);
  }
}
