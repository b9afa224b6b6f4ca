package io.gazetteer.common.events;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Publishes events to Kafka. Thread safe. */
public final class EventPublisher {
  private static final long TIMEOUT_SECONDS = 15;

  private final KafkaTemplate<String, byte[]> kafka;
  private final JsonMapper json = JsonMapper.shared();

  EventPublisher(KafkaTemplate<String, byte[]> kafka) {
    this.kafka = kafka;
  }

  /**
   * Publishes an event; returns when the brokers have acknowledged it.
   *
   * @throws CompletionException when they have not within 15 seconds; it may arrive all the same
   */
  public void publish(Event event) {
    publishAll(List.of(event));
  }

  /**
   * Sends the event without waiting; a loss is logged. Fit for events that are published again when
   * nothing comes of them.
   */
  public void announce(Event event) {
    announceAll(List.of(event));
  }

  /** Sends many events like {@link #announce}. */
  @SuppressWarnings("FutureReturnValueIgnored") // KafkaTemplate logs what could not be sent.
  public void announceAll(Collection<? extends Event> events) {
    events.forEach(this::send);
  }

  /** Publishes many events like {@link #publish}, and waits once for all. */
  public void publishAll(Collection<? extends Event> events) {
    CompletableFuture.allOf(events.stream().map(this::send).toArray(CompletableFuture<?>[]::new))
        .orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  private CompletableFuture<?> send(Event event) {
    return kafka.send(event.topic(), event.key(), json.writeValueAsBytes(event));
  }
}
