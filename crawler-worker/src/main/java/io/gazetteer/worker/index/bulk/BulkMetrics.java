package io.gazetteer.worker.index.bulk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts bulk requests, and what the index did not take. Thread safe. */
@Component
public final class BulkMetrics {
  private final MeterRegistry registry;
  private final Counter requests;
  private final Counter retries;

  BulkMetrics(MeterRegistry registry) {
    this.registry = registry;
    requests =
        Counter.builder("gazetteer.bulk.requests")
            .description("Bulk requests sent to the index")
            .register(registry);
    retries =
        Counter.builder("gazetteer.bulk.retries")
            .description("Bulk requests with documents the index had no room for before")
            .register(registry);
  }

  /** Counts a request that goes out; a later attempt is a retry. */
  public void sent(int attempt) {
    requests.increment();
    if (attempt > 0) {
      retries.increment();
    }
  }

  /** Counts a document that the index did not take, for now or for good. */
  public void rejected(int status) {
    Counter.builder("gazetteer.bulk.rejections")
        .description("Documents the index did not take, by HTTP status")
        .tag("status", Integer.toString(status))
        .register(registry)
        .increment();
  }
}
