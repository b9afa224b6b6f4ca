package io.gazetteer.api.crawls.notices;

import io.gazetteer.common.events.CrawlFinished;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the listeners of this process of every finished crawl, within a second of its event. While
 * the brokers are away nothing is told, and everything afterwards. Whether it listens is the gauge
 * {@code gazetteer.finished.crawls.listening}.
 */
final class FinishedCrawls implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(FinishedCrawls.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final KafkaAdmin brokers;
  private final List<FinishedCrawlListener> listeners;
  private volatile @Nullable Thread thread;
  private volatile @Nullable FinishedCrawlReader reader;

  FinishedCrawls(
      KafkaAdmin brokers, List<FinishedCrawlListener> listeners, MeterRegistry registry) {
    this.brokers = brokers;
    this.listeners = listeners;
    Gauge.builder("gazetteer.finished.crawls.listening", () -> isListening() ? 1 : 0)
        .description("1 while this process hears of finished crawls")
        .register(registry);
  }

  boolean isListening() {
    return reader != null;
  }

  private void run() {
    boolean told = false;
    while (isRunning()) {
      try (var opened = new FinishedCrawlReader(brokers.getConfigurationProperties())) {
        told = false;
        listen(opened);
      } catch (KafkaException e) {
        if (isRunning() && !told) {
          log.warn("Finished crawls are not heard of, trying on: {}", e.toString());
          told = true;
        }
      }
      if (isRunning()) {
        pause();
      }
    }
  }

  private void listen(FinishedCrawlReader opened) {
    reader = opened;
    try {
      tell(FinishedCrawlListener::crawlsMissed);
      while (isRunning()) {
        opened.read().forEach(this::tell);
      }
    } finally {
      reader = null;
    }
  }

  private void tell(byte[] message) {
    try {
      var crawl = JSON.readValue(message, CrawlFinished.class);
      tell(listener -> listener.crawlFinished(crawl));
    } catch (JacksonException e) {
      log.warn("A message about a finished crawl cannot be read: {}", e.getOriginalMessage());
      tell(FinishedCrawlListener::crawlsMissed);
    }
  }

  private void tell(Consumer<FinishedCrawlListener> news) {
    for (FinishedCrawlListener listener : listeners) {
      try {
        news.accept(listener);
      } catch (RuntimeException e) {
        log.error("{} failed on a finished crawl", listener.getClass().getName(), e);
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    var starting = Thread.ofPlatform().daemon().name("finished-crawls").unstarted(this::run);
    thread = starting;
    starting.start();
  }

  @Override
  public void stop() {
    var stopping = thread;
    thread = null;
    if (stopping != null) {
      wake(stopping);
      try {
        stopping.join(FAREWELL);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Kafka's client complains of an interrupt while it reads. */
  private void wake(Thread stopping) {
    var opened = reader;
    if (opened == null) {
      stopping.interrupt();
    } else {
      opened.wakeUp();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
