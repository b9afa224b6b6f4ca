package io.gazetteer.api.operations.deadletters;

import io.gazetteer.common.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Reads dead-letter topics and sends messages back where they were. Thread safe. */
@Component
class DeadLetterTopics {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final int SEND_SECONDS = 10;

  private final KafkaAdmin admin;
  private final KafkaTemplate<String, byte[]> kafka;

  DeadLetterTopics(KafkaAdmin admin, KafkaTemplate<String, byte[]> kafka) {
    this.admin = admin;
    this.kafka = kafka;
  }

  /** Holds the first and the next offset of a dead-letter topic. */
  record Range(long from, long to) {}

  Map<String, Range> ranges() {
    return asking(this::askForRanges);
  }

  private Map<String, Range> askForRanges() {
    try (var consumer = consumer()) {
      var partitions = Topics.WORK.stream().map(DeadLetterTopics::partition).toList();
      var ends = consumer.endOffsets(partitions, DEADLINE);
      var begins = consumer.beginningOffsets(partitions, DEADLINE);
      var ranges = new HashMap<String, Range>();
      for (String topic : Topics.WORK) {
        var partition = partition(topic);
        ranges.put(
            topic, new Range(begins.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L)));
      }
      return ranges;
    }
  }

  /** Reads messages of one topic from this position on, the oldest first. */
  List<ConsumerRecord<byte[], byte[]>> read(String topic, long from, int most) {
    return asking(() -> poll(topic, from, most));
  }

  private List<ConsumerRecord<byte[], byte[]>> poll(String topic, long from, int most) {
    var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    try (var consumer = consumer()) {
      var partition = partition(topic);
      consumer.assign(List.of(partition));
      consumer.seek(partition, from);
      long end = consumer.endOffsets(List.of(partition), DEADLINE).getOrDefault(partition, 0L);
      long deadline = System.nanoTime() + DEADLINE.toNanos();
      while (found.size() < most
          && consumer.position(partition, DEADLINE) < end
          && System.nanoTime() < deadline) {
        consumer.poll(POLL).records(partition).stream()
            .limit(most - (long) found.size())
            .forEach(found::add);
      }
    }
    return found;
  }

  /** Sends a message to the topic it was on; returns when the brokers have it. */
  void replay(String topic, ConsumerRecord<byte[], byte[]> message) {
    try {
      kafka.send(copy(topic, message)).get(SEND_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaUnavailableException();
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaUnavailableException();
    }
  }

  private static ProducerRecord<String, byte[]> copy(
      String topic, ConsumerRecord<byte[], byte[]> message) {
    return message.key() == null
        ? new ProducerRecord<>(topic, message.value())
        : new ProducerRecord<>(
            topic, new String(message.key(), StandardCharsets.UTF_8), message.value());
  }

  private static <T> T asking(Supplier<T> question) {
    try {
      return question.get();
    } catch (KafkaException e) {
      throw new KafkaUnavailableException();
    }
  }

  private static TopicPartition partition(String topic) {
    return new TopicPartition(topic + Topics.DEAD_LETTERS, 0);
  }

  /** Without a group: what is read here is nobody's progress. */
  private Consumer<byte[], byte[]> consumer() {
    var settings = new HashMap<>(admin.getConfigurationProperties());
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
