package io.gazetteer.worker.runtime.health;

import io.gazetteer.common.events.TopicWatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.NonResponsiveConsumerEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/**
 * Is DOWN when a Kafka consumer of this worker has stopped by itself, has not come back from its
 * brokers for a while, or has no topic. Component {@code consumers} of the health endpoint. Thread
 * safe.
 */
@Component
final class ConsumersHealthIndicator implements HealthIndicator {
  private static final Logger log = LoggerFactory.getLogger(ConsumersHealthIndicator.class);

  /** A consumer that does not answer says so every half minute. */
  private static final Duration LATELY = Duration.ofMinutes(1);

  private final KafkaListenerEndpointRegistry listeners;
  private final TopicWatch topics;
  private final InstantSource clock;
  private final Map<String, Instant> silent = new ConcurrentHashMap<>();

  ConsumersHealthIndicator(
      KafkaListenerEndpointRegistry listeners, TopicWatch topics, InstantSource clock) {
    this.topics = topics;
    this.listeners = listeners;
    this.clock = clock;
  }

  @Override
  public Health health() {
    var dead = new ArrayList<String>();
    for (MessageListenerContainer listener : listeners.getListenerContainers()) {
      if (!isAlive(listener)) {
        dead.add(String.valueOf(listener.getGroupId()));
      }
    }
    var lately = clock.instant().minus(LATELY);
    silent.values().removeIf(since -> since.isBefore(lately));
    if (dead.isEmpty() && silent.isEmpty() && !topics.isMissing()) {
      return Health.up().build();
    }
    return Health.down()
        .withDetail("dead", dead)
        .withDetail("silent", List.copyOf(silent.keySet()))
        .withDetail("topics", topics.isMissing() ? "missing" : "there")
        .build();
  }

  private static boolean isAlive(MessageListenerContainer listener) {
    return listener.isRunning()
        && listener.isInExpectedState()
        && children(listener).stream()
            .allMatch(child -> child.isRunning() && child.isInExpectedState());
  }

  private static Collection<? extends MessageListenerContainer> children(
      MessageListenerContainer listener) {
    return listener instanceof ConcurrentMessageListenerContainer<?, ?> concurrent
        ? concurrent.getContainers()
        : List.of();
  }

  @EventListener
  void stopped(ConsumerStoppedEvent event) {
    if (event.getReason() != ConsumerStoppedEvent.Reason.NORMAL) {
      log.error("A Kafka consumer has died ({}): restart this worker", event.getReason());
    }
  }

  @EventListener
  void silent(NonResponsiveConsumerEvent event) {
    silent.put(event.getListenerId(), clock.instant());
  }
}
