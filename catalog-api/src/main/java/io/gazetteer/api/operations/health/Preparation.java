package io.gazetteer.api.operations.health;

import io.gazetteer.common.index.SearchIndexes;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Makes the search indexes and the topics when the process starts. The stores may come up after us,
 * so it tries until it has done it; the API serves meanwhile what it can.
 */
final class Preparation implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Preparation.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final SearchIndexes indexes;
  private final KafkaAdmin kafka;
  private volatile boolean running;

  Preparation(SearchIndexes indexes, KafkaAdmin kafka) {
    this.indexes = indexes;
    this.kafka = kafka;
  }

  @Override
  public void start() {
    running = true;
    Thread.ofPlatform()
        .daemon()
        .name("prepare-indexes")
        .start(() -> retry("The indexes", indexes::ensure));
    Thread.ofPlatform()
        .daemon()
        .name("prepare-topics")
        .start(() -> retry("The topics", this::ensureTopics));
  }

  private void ensureTopics() {
    if (!kafka.initialize()) {
      throw new IllegalStateException("Kafka does not answer");
    }
  }

  private void retry(String what, Runnable task) {
    boolean told = false;
    while (running) {
      try {
        task.run();
        return;
      } catch (RuntimeException e) {
        if (!told) {
          log.warn("{} are not there yet, trying on: {}", what, e.toString());
          told = true;
        }
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      running = false;
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
