package io.gazetteer.worker;

import io.gazetteer.common.events.Topics;
import io.gazetteer.servers.testing.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public topic, read as a subscriber would. */
final class SchemaChanges {
  private SchemaChanges() {}

  /** Everything that was published about a data source so far. */
  static List<JsonNode> read(UUID dataSource) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", TestServers.kafka().bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      var partitions =
          consumer.partitionsFor(Topics.SCHEMA_CHANGES).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var changes = new ArrayList<JsonNode>();
      while (partitions.stream()
          .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
        for (var message : consumer.poll(Duration.ofMillis(200))) {
          var change = JsonMapper.shared().readTree(message.value());
          if (change.path("data_source_id").asString().equals(dataSource.toString())) {
            changes.add(change);
          }
        }
      }
      return changes;
    }
  }
}
