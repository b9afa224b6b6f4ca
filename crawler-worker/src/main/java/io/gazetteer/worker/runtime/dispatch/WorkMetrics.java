package io.gazetteer.worker.runtime.dispatch;

import io.gazetteer.worker.lease.WorkOutcome;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Times plans, batches and finishes by how they ended. Thread safe. */
@Component
public final class WorkMetrics {
  private final MeterRegistry registry;

  WorkMetrics(MeterRegistry registry, Dispatcher dispatcher) {
    this.registry = registry;
    Gauge.builder("gazetteer.dispatcher.running", dispatcher, Dispatcher::running)
        .description("Pieces of work that run in this worker")
        .register(registry);
    Gauge.builder("gazetteer.dispatcher.slots", dispatcher, Dispatcher::slots)
        .description("Pieces of work that can run in this worker at once")
        .register(registry);
  }

  /** Names the kinds of work; each has a timer of its own. */
  public enum Work {
    PLAN,
    BATCH,
    FINISH
  }

  /** Does a piece of work and times it, unless there was nothing to do. */
  public void time(Work work, Supplier<WorkOutcome> task) {
    long begin = System.nanoTime();
    var outcome = task.get();
    if (outcome != WorkOutcome.NOTHING) {
      timer(work, outcome).record(Duration.ofNanos(System.nanoTime() - begin));
    }
  }

  private Timer timer(Work work, WorkOutcome outcome) {
    return Timer.builder("gazetteer." + lower(work))
        .description("Time from the claim to the end")
        .tag("outcome", lower(outcome))
        .register(registry);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
