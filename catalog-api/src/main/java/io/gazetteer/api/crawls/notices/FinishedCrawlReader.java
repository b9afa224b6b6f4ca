package io.gazetteer.api.crawls.notices;

import io.gazetteer.common.events.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads what is published of finished crawls, from now on. It belongs to no consumer group: a group
 * would share the messages among the processes, and one for each process would leave one behind at
 * the brokers with each restart. Not thread-safe.
 */
final class FinishedCrawlReader implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration WAIT = Duration.ofSeconds(1);
  private static final int NEW_PARTITIONS_MILLIS = 30_000;

  private final Consumer<byte[], byte[]> consumer;
  private final Set<TopicPartition> known = new HashSet<>();

  /**
   * Everything published after this returns will be read.
   *
   * @param brokers settings that say where the brokers are, and what else a client needs
   * @throws KafkaException when the brokers do not answer or do not have the topic yet
   */
  FinishedCrawlReader(Map<String, Object> brokers) {
    var settings = new HashMap<String, Object>();
    settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, NEW_PARTITIONS_MILLIS);
    settings.putAll(brokers);
    // A position that the brokers no longer have means lost messages, which must not go unnoticed.
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    try {
      goToTheEnd();
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  private void goToTheEnd() {
    known.addAll(partitions());
    if (known.isEmpty()) {
      throw new KafkaException("There is no topic " + Topics.CRAWL_FINISHED + " yet");
    }
    consumer.assign(known);
    consumer.seekToEnd(known);
    // Seeking is lazy: without this, "the end" would be where it is at the first poll.
    known.forEach(partition -> consumer.position(partition, PATIENCE));
  }

  private List<TopicPartition> partitions() {
    return consumer.partitionsFor(Topics.CRAWL_FINISHED, PATIENCE).stream()
        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
        .toList();
  }

  /**
   * The messages that came; empty when none did for a second.
   *
   * @throws KafkaException when messages may have been lost: open another reader
   */
  List<byte[]> read() {
    addNewPartitions();
    var messages = new ArrayList<byte[]>();
    consumer.poll(WAIT).forEach(message -> messages.add(message.value()));
    return messages;
  }

  /** Of a partition that was added everything is news. */
  private void addNewPartitions() {
    var added = partitions().stream().filter(known::add).toList();
    if (!added.isEmpty()) {
      consumer.assign(known);
      consumer.seekToBeginning(added);
    }
  }

  /** Makes {@link #read} throw; the only call for another thread. */
  void wakeUp() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
