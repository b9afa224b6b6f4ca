package io.gazetteer.api.operations.metrics;

import io.gazetteer.api.operations.deadletters.DeadLetters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks the stores for what the gauges show, now and then and not when someone scrapes. A store that
 * is away leaves its gauges as they were and is counted.
 */
@Component
final class MetricsRefresh {
  private static final Logger log = LoggerFactory.getLogger(MetricsRefresh.class);

  private final CatalogMetrics catalog;
  private final QueueMetrics queues;
  private final DeadLetters deadLetters;
  private final MultiGauge deadLetterCounts;
  private final Counter failures;

  MetricsRefresh(
      CatalogMetrics catalog,
      QueueMetrics queues,
      DeadLetters deadLetters,
      MeterRegistry registry) {
    this.catalog = catalog;
    this.queues = queues;
    this.deadLetters = deadLetters;
    deadLetterCounts =
        MultiGauge.builder("gazetteer.dead.letters")
            .description("Messages that could not be handled and wait for an administrator")
            .register(registry);
    failures =
        Counter.builder("gazetteer.metrics.refresh.failures")
            .description("Times that a store could not be asked for its metrics")
            .register(registry);
  }

  /** One question to one store. */
  private interface Question {
    void ask() throws Exception;
  }

  @Scheduled(fixedDelayString = "${gazetteer.metrics.interval:15s}")
  void refresh() {
    attempt(catalog::refresh);
    attempt(queues::refresh);
    attempt(this::countDeadLetters);
  }

  private void countDeadLetters() {
    deadLetterCounts.register(
        deadLetters.waiting().entrySet().stream()
            .<Row<?>>map(entry -> Row.of(Tags.of("topic", entry.getKey()), entry.getValue()))
            .toList(),
        true);
  }

  private void attempt(Question question) {
    try {
      question.ask();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      failures.increment();
      log.debug("Metrics are not refreshed: {}", e.toString());
    }
  }
}
