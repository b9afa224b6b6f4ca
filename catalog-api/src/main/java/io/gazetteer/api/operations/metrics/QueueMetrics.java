package io.gazetteer.api.operations.metrics;

import io.gazetteer.common.events.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** Gauges of how far the workers' consumers are behind. */
@Component
class QueueMetrics {
  private static final long SECONDS = 5;

  private final Admin admin;
  private final MultiGauge lag;

  QueueMetrics(Admin admin, MeterRegistry registry) {
    this.admin = admin;
    lag =
        MultiGauge.builder("gazetteer.consumer.lag")
            .description("Messages the workers of a group have not taken yet")
            .register(registry);
  }

  /** Asks the brokers. */
  void refresh() throws ExecutionException, TimeoutException, InterruptedException {
    var rows = new ArrayList<Row<?>>();
    for (String group : Topics.CONSUMER_GROUPS) {
      var offsets =
          admin
              .listConsumerGroupOffsets(group)
              .partitionsToOffsetAndMetadata()
              .get(SECONDS, TimeUnit.SECONDS);
      lags(offsets)
          .forEach(
              (topic, behind) -> rows.add(Row.of(Tags.of("group", group, "topic", topic), behind)));
    }
    lag.register(List.copyOf(rows), true);
  }

  private Map<String, Long> lags(Map<TopicPartition, OffsetAndMetadata> offsets)
      throws ExecutionException, TimeoutException, InterruptedException {
    var wanted = new HashMap<TopicPartition, OffsetSpec>();
    offsets.keySet().forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
    var ends = admin.listOffsets(wanted).all().get(SECONDS, TimeUnit.SECONDS);
    var lags = new HashMap<String, Long>();
    ends.forEach(
        (partition, end) -> {
          var committed = offsets.get(partition);
          long behind = committed == null ? 0 : Math.max(0, end.offset() - committed.offset());
          lags.merge(partition.topic(), behind, Long::sum);
        });
    return lags;
  }
}
