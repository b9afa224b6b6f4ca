package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.Options;
import java.util.HashMap;
import java.util.Map;

/** What workers are told beyond their addresses. */
public final class WorkerSettings {
  private static final int AS_THE_WORKER_HAS_IT = 0;

  private WorkerSettings() {}

  /** The worker's own defaults, but for a batch size on the command line. */
  public static Map<String, String> chosen() {
    return withBatch(Options.number("batchColumns", AS_THE_WORKER_HAS_IT));
  }

  /** One piece of work at a time. */
  static Map<String, String> oneAtATime(int batchColumns) {
    var settings = new HashMap<>(withBatch(batchColumns));
    settings.put("GAZETTEER_CRAWL_PARALLEL", "1");
    return settings;
  }

  private static Map<String, String> withBatch(int columns) {
    return columns == AS_THE_WORKER_HAS_IT
        ? Map.of()
        : Map.of("GAZETTEER_CRAWL_BATCH_COLUMNS", Integer.toString(columns));
  }
}
