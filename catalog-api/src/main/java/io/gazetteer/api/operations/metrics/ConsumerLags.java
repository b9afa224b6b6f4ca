package io.gazetteer.api.operations.metrics;

import io.gazetteer.common.events.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** Asks the brokers how far the workers' consumers are behind. Thread safe. */
@Component
public class ConsumerLags {
  private static final long SECONDS = 5;

  private final Admin admin;

  ConsumerLags(Admin admin) {
    this.admin = admin;
  }

  /**
   * How far one group of workers is behind.
   *
   * @param messages that nobody of the group has taken yet
   */
  public record Lag(String group, String topic, long messages) {}

  /** Returns the lags of all groups. */
  public List<Lag> read() throws ExecutionException, TimeoutException, InterruptedException {
    var lags = new ArrayList<Lag>();
    for (String group : Topics.CONSUMER_GROUPS) {
      var offsets =
          admin
              .listConsumerGroupOffsets(group)
              .partitionsToOffsetAndMetadata()
              .get(SECONDS, TimeUnit.SECONDS);
      byTopic(offsets).forEach((topic, behind) -> lags.add(new Lag(group, topic, behind)));
    }
    return lags;
  }

  private Map<String, Long> byTopic(Map<TopicPartition, OffsetAndMetadata> offsets)
      throws ExecutionException, TimeoutException, InterruptedException {
    var wanted = new HashMap<TopicPartition, OffsetSpec>();
    offsets.keySet().forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
    var ends = admin.listOffsets(wanted).all().get(SECONDS, TimeUnit.SECONDS);
    var lags = new TreeMap<String, Long>();
    ends.forEach(
        (partition, end) -> {
          var committed = offsets.get(partition);
          long behind = committed == null ? 0 : Math.max(0, end.offset() - committed.offset());
          lags.merge(partition.topic(), behind, Long::sum);
        });
    return lags;
  }
}
