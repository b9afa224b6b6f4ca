package io.gazetteer.worker.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.common.events.Topics;
import io.gazetteer.worker.testing.fixtures.CrawledDatabase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Whether a dead consumer shows. */
class ConsumersHealthIT extends CrawledDatabase {
  private final HealthIndicator health =
      worker.getBean("consumersHealthIndicator", HealthIndicator.class);

  @Test
  void isDownWhenAConsumerHasDiedAndUpWhenItIsBack() {
    assertThat(status()).isEqualTo(Status.UP);
    var listener = purges();
    var stopped = new CountDownLatch(1);
    listener.stopAbnormally(stopped::countDown);
    try {
      await().atMost(Duration.ofSeconds(10)).until(() -> status().equals(Status.DOWN));
    } finally {
      await().until(() -> !listener.isRunning());
      listener.start();
    }
    await().atMost(Duration.ofSeconds(10)).until(() -> status().equals(Status.UP));
  }

  private Status status() {
    var now = health.health();
    return now == null ? Status.UNKNOWN : now.getStatus();
  }

  private static MessageListenerContainer purges() {
    return worker.getBean(KafkaListenerEndpointRegistry.class).getListenerContainers().stream()
        .filter(container -> Topics.PURGERS.equals(container.getGroupId()))
        .findFirst()
        .orElseThrow();
  }
}
