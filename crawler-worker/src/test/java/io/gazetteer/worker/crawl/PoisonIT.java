package io.gazetteer.worker.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.common.events.CrawlRequested;
import io.gazetteer.common.events.EventPublisher;
import io.gazetteer.common.events.Topics;
import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.worker.testing.fixtures.CrawledDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;

/** Messages that nobody can read. */
class PoisonIT extends CrawledDatabase {
  private static final int MANY = 1_000;

  @Test
  void putsThousandBadMessagesAsideAndHandlesTheGoodOnesBetween() {
    @SuppressWarnings("unchecked")
    KafkaTemplate<String, byte[]> kafka = worker.getBean(KafkaTemplate.class);
    var events = worker.getBean(EventPublisher.class);
    var source = register();
    var crawl = registrations.crawl(source, false);
    long before = deadLetters();

    var sent = new CompletableFuture<?>[MANY];
    for (int i = 0; i < MANY; i++) {
      var key = "poison" + i;
      sent[i] =
          kafka.send(
              Topics.CRAWL_REQUESTED, key, ("{poison " + i).getBytes(StandardCharsets.UTF_8));
      events.announce(new CrawlRequested(UUID.randomUUID(), UUID.randomUUID(), 1));
    }
    CompletableFuture.allOf(sent).join();
    events.publish(new CrawlRequested(source, crawl.crawlId(), crawl.epoch()));

    assertThat(end(crawl.crawlId()).state()).isEqualTo(CrawlState.SUCCEEDED);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(deadLetters() - before).isEqualTo(MANY));
  }

  private static long deadLetters() {
    var settings = TestServers.kafka().clientSettings();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      var partition = new TopicPartition(Topics.CRAWL_REQUESTED + Topics.DEAD_LETTERS, 0);
      return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }
  }
}
