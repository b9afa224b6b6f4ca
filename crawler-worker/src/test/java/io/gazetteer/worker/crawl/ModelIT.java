package io.gazetteer.worker.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.worker.testing.fixtures.Facts;
import io.gazetteer.worker.testing.fixtures.IndexedFacts;
import io.gazetteer.worker.testing.model.ModelCrawls;
import io.gazetteer.worker.testing.model.ModelDatabase;
import io.gazetteer.worker.testing.model.ModelSequence;
import io.gazetteer.worker.testing.processes.Chaos;
import io.gazetteer.worker.testing.processes.SeparateWorkers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Random sequences of changes, crawls and faults, while workers are killed and paused. {@code
 * -Dmodel.sequences=} says how many; {@code -Dmodel.seed=} runs the one of that seed again, its
 * steps at least: how they meet the workers' steps is up to the machine.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelIT {
  private static final Logger log = LoggerFactory.getLogger(ModelIT.class);
  private static final int SEQUENCES = Integer.getInteger("model.sequences", 1000);

  /** So many that a worker has work for as long as the other one is paused. */
  private static final int AT_ONCE = 96;

  private static final int WORKERS = 2;
  private static final Duration LEASE = Duration.ofSeconds(3);

  private static final Map<String, String> SETTINGS =
      Map.of(
          "gazetteer.crawl.lease-time", LEASE.toSeconds() + "s",
          "gazetteer.crawl.batch-columns", "10",
          "gazetteer.crawl.batch-consumers", "2",
          "gazetteer.crawl.retry-delay", "200ms",
          "gazetteer.recovery.interval", "300ms",
          "spring.kafka.consumer.properties.session.timeout.ms", "6000",
          "spring.kafka.consumer.properties.heartbeat.interval.ms", "1500");

  private final SeparateWorkers workers = new SeparateWorkers(SETTINGS);
  private final ModelCrawls crawls = new ModelCrawls(workers.client());
  private final IndexedFacts index = new IndexedFacts(workers.client());
  private final AtomicInteger done = new AtomicInteger();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  @AfterAll
  void stop() {
    crawls.close();
    workers.close();
  }

  @Test
  void theIndexIsWhatTheSourceSays() {
    var seeds = seeds();
    var chaos =
        new Chaos(
            () -> workers.start(Map.of()),
            WORKERS,
            LEASE.plusMillis(500),
            new Random(seeds.peek()));
    var databases = databases();
    int all = seeds.size();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var database : databases) {
        threads.execute(() -> runAll(seeds, database));
      }
      chaos.run(() -> done.get() < all && failures.isEmpty());
    }
    log.info("{} sequences were right; {} crawls ran", done.get(), crawls.started());
    assertThat(failures).isEmpty();
    checkPurged();
    if (Long.getLong("model.seed") == null && SEQUENCES >= 1000) {
      assertThat(chaos.disturbances()).isGreaterThanOrEqualTo(20);
    }
  }

  private static BlockingQueue<Long> seeds() {
    var one = Long.getLong("model.seed");
    long first = one == null ? System.nanoTime() / 1_000_000 : one;
    int number = one == null ? SEQUENCES : 1;
    log.info("{} sequences, the seed of the first is {}", number, first);
    return new LinkedBlockingQueue<>(IntStream.range(0, number).mapToObj(i -> first + i).toList());
  }

  private static List<ModelDatabase> databases() {
    var prefix = "model_" + UUID.randomUUID().toString().substring(0, 6) + "_";
    return IntStream.range(0, AT_ONCE).mapToObj(i -> new ModelDatabase(prefix + i)).toList();
  }

  private void runAll(BlockingQueue<Long> seeds, ModelDatabase database) {
    var seed = seeds.poll();
    while (seed != null && failures.isEmpty() && run(seed, database)) {
      seed = seeds.poll();
    }
    database.close();
  }

  /** Nothing of a deleted data source is left, and nothing comes back. */
  private void checkPurged() {
    var deleted = crawls.ageDeleted();
    await("the purge of " + deleted.size() + " data sources")
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> crawls.deletedRows() == 0);
    for (UUID source : deleted) {
      assertThat(index.read(source)).as("%s", source).isEqualTo(Facts.NONE);
    }
  }

  private boolean run(long seed, ModelDatabase database) {
    var sequence = new ModelSequence(seed, database, crawls, index);
    try {
      sequence.run();
      done.incrementAndGet();
      return true;
    } catch (Throwable e) {
      var report =
          "-Dmodel.seed=%d fails:%n%s%n%s".formatted(seed, String.join("\n", sequence.steps()), e);
      log.error(report, e);
      failures.add(report);
      return false;
    }
  }
}
