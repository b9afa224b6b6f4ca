package io.gazetteer.standalone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.servers.kafka.EmbeddedKafka;
import io.gazetteer.servers.testing.KafkaServer;
import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.servers.testing.facts.Facts;
import io.gazetteer.standalone.support.ApplicationProcess;
import io.gazetteer.standalone.support.Deployment;
import io.gazetteer.standalone.support.Folders;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Random sequences of changes, crawls and faults, while workers are killed and paused. What people
 * do goes through the API. {@code -Dmodel.sequences=} says how many; {@code -Dmodel.seed=} runs the
 * one of that seed again, its steps at least: how they meet the workers' steps is up to the
 * machine.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelIT {
  private static final int SEQUENCES = Integer.getInteger("model.sequences", 200);

  /** So many that a worker has work for as long as the other one is paused. */
  private static final int AT_ONCE = 96;

  private static final int WORKERS = 2;
  private static final Duration LEASE = Duration.ofSeconds(3);

  private static final Map<String, String> SETTINGS =
      Map.of(
          "GAZETTEER_CRAWL_LEASE_TIME", LEASE.toSeconds() + "s",
          "GAZETTEER_CRAWL_BATCH_COLUMNS", "10",
          "GAZETTEER_CRAWL_BATCH_CONSUMERS", "2",
          "GAZETTEER_CRAWL_RETRY_DELAY", "200ms",
          "GAZETTEER_RECOVERY_INTERVAL", "300ms",
          // All databases are on one server: most of the time they would wait for each other.
          "GAZETTEER_SOURCE_SERVER_CONNECTIONS", "0",
          "SPRING_KAFKA_CONSUMER_PROPERTIES_SESSION_TIMEOUT_MS", "6000",
          "SPRING_KAFKA_CONSUMER_PROPERTIES_HEARTBEAT_INTERVAL_MS", "1500");

  /** Without what nobody asks of a worker here, since many are started: its port. */
  private static final Map<String, String> OF_WORKERS =
      Map.of("SPRING_MAIN_WEB_APPLICATION_TYPE", "none");

  private final Path home = Folders.make("gazetteer-model");
  private final EmbeddedKafka kafka = EmbeddedKafka.start(home.resolve("kafka"));
  private final KafkaServer broker = new KafkaServer(kafka.bootstrapServers(), kafka.login());
  private final Deployment deployment = new Deployment(broker, SETTINGS);
  private final List<ApplicationProcess> workers = new CopyOnWriteArrayList<>();
  private final CrawlEnds ends = new CrawlEnds(deployment);
  private final ModelWorld world =
      new ModelWorld(
          new ModelStores(deployment),
          new ModelMessages(broker),
          new IndexedFacts(TestServers.elasticsearch()),
          new AtomicInteger());
  private final AtomicInteger done = new AtomicInteger();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  ModelIT() throws SQLException {}

  @AfterAll
  void stop() throws SQLException {
    workers.forEach(ApplicationProcess::kill);
    deployment.api().kill();
    ends.close();
    world.messages().close();
    world.stores().close();
    kafka.stop();
    Folders.delete(home);
  }

  @Test
  void theIndexIsWhatTheSourceSays() {
    var seeds = seeds();
    var chaos =
        new Chaos(this::startWorker, WORKERS, LEASE.plusMillis(500), new Random(seeds.peek()));
    world.index().spareTheDisk();
    world.stores().loseEvents();
    var databases = databases();
    int all = seeds.size();
    var token = makeToken();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE);
        var clock = Executors.newSingleThreadScheduledExecutor()) {
      var hurry = clock.scheduleWithFixedDelay(world.stores()::hurry, 1, 1, TimeUnit.SECONDS);
      for (var database : databases) {
        var crawls = new ModelCrawls(deployment.stranger().with(token), ends);
        threads.execute(() -> runAll(seeds, database, crawls));
      }
      chaos.run(() -> done.get() < all && failures.isEmpty());
      hurry.cancel(false);
    }
    System.out.printf("%s sequences were right; %s crawls were asked for%n", done, world.started());
    assertThat(failures).isEmpty();
    checkPurged();
    if (Long.getLong("model.seed") == null && SEQUENCES >= 1000) {
      assertThat(chaos.disturbances()).isGreaterThanOrEqualTo(20);
    }
  }

  private ApplicationProcess startWorker() {
    var worker = deployment.start("crawler-worker", OF_WORKERS);
    workers.add(worker);
    return worker;
  }

  /** Makes an API token, which is good for longer than a login. */
  private String makeToken() {
    var made = deployment.admin().post("/api/tokens", Map.of("name", "model", "role", "editor"));
    return made.body().get("token").asString();
  }

  private static BlockingQueue<Long> seeds() {
    var one = Long.getLong("model.seed");
    long first = one == null ? System.nanoTime() / 1_000_000 : one;
    int number = one == null ? SEQUENCES : 1;
    System.out.printf("%d sequences, the seed of the first is %d%n", number, first);
    return new LinkedBlockingQueue<>(IntStream.range(0, number).mapToObj(i -> first + i).toList());
  }

  private static List<ModelDatabase> databases() {
    var prefix = "model_" + UUID.randomUUID().toString().substring(0, 6) + "_";
    return IntStream.range(0, AT_ONCE).mapToObj(i -> new ModelDatabase(prefix + i)).toList();
  }

  private void runAll(BlockingQueue<Long> seeds, ModelDatabase database, ModelCrawls crawls) {
    var seed = seeds.poll();
    while (seed != null && failures.isEmpty() && run(seed, database, crawls)) {
      seed = seeds.poll();
    }
    database.close();
  }

  /** Nothing of a deleted data source is left, and nothing comes back. */
  private void checkPurged() {
    var deleted = world.stores().ageDeleted();
    // However many there are, there are fewer after a while.
    for (int left = world.stores().unpurged(); left > 0; ) {
      int before = left;
      left =
          await("the purge of " + before + " data sources")
              .atMost(Duration.ofSeconds(90))
              .pollInterval(Duration.ofMillis(200))
              .until(world.stores()::unpurged, now -> now < before);
    }
    for (UUID source : deleted) {
      assertThat(world.index().read(source)).as("%s", source).isEqualTo(Facts.NONE);
    }
  }

  private boolean run(long seed, ModelDatabase database, ModelCrawls crawls) {
    ModelSequence sequence = null;
    try {
      sequence = new ModelSequence(seed, database, crawls, world);
      sequence.run();
      done.incrementAndGet();
      return true;
    } catch (Throwable e) {
      var report = "-Dmodel.seed=%d fails:%n%s%n%s".formatted(seed, steps(sequence), e);
      failures.add(report);
      return false;
    }
  }

  private static String steps(@Nullable ModelSequence sequence) {
    return sequence == null ? "" : String.join("\n", sequence.steps());
  }
}
