package io.gazetteer.worker.runtime.connect;

import io.gazetteer.worker.introspect.Statements;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Counts the statements on each source and the time spent in them. Only the data sources crawled
 * last are kept: a worker that runs for years must not grow with every one it ever saw. Thread
 * safe.
 */
@Component
public final class DataSourceMetrics {
  private static final int MOST_SOURCES = 1_000;

  private final MeterRegistry registry;
  private final Map<UUID, Meters> sources = new LinkedHashMap<>(16, 0.75f, true);

  DataSourceMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  private record Meters(Counter statements, Counter seconds) implements Statements.Listener {
    @Override
    public void ended(Duration time) {
      statements.increment();
      seconds.increment(time.toNanos() / 1e9);
    }
  }

  /** Counts what is sent to this data source. */
  public Statements.Listener of(UUID dataSourceId) {
    synchronized (sources) {
      var meters = sources.computeIfAbsent(dataSourceId, this::register);
      if (sources.size() > MOST_SOURCES) {
        var eldest = sources.entrySet().iterator().next();
        sources.remove(eldest.getKey());
        registry.remove(eldest.getValue().statements());
        registry.remove(eldest.getValue().seconds());
      }
      return meters;
    }
  }

  private Meters register(UUID dataSourceId) {
    return new Meters(
        Counter.builder("gazetteer.source.statements")
            .description("Statements sent to a data source")
            .tag("data_source_id", dataSourceId.toString())
            .register(registry),
        Counter.builder("gazetteer.source.seconds")
            .description("Time spent in statements on a data source")
            .tag("data_source_id", dataSourceId.toString())
            .register(registry));
  }
}
