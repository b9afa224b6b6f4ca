package io.gazetteer.worker.testing.processes;

import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.worker.CrawlerWorkerApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A worker as it runs in production, against servers, and shared by all tests like these. */
public final class WorkerServers {
  public static final Duration REBUILD_PATIENCE = Duration.ofSeconds(4);

  /** A consumer that does not come back to Kafka within this leaves its group. */
  static final Duration LONGEST_POLL = Duration.ofSeconds(5);

  private static final String CATALOG = "gazetteer_worker_test";

  private WorkerServers() {}

  static {
    CompletableFuture.allOf(
            CompletableFuture.runAsync(TestServers::kafka),
            CompletableFuture.runAsync(TestServers::elasticsearch),
            CompletableFuture.runAsync(TestServers::postgres),
            CompletableFuture.runAsync(TestServers::catalog))
        .join();
    TestServers.catalog().createDatabase(CATALOG);
  }

  /**
   * Ends with the JVM, and is not stopped before: the servers it would say good-bye to are stopped
   * at the same time, and its consumers would wait for them for half a minute.
   */
  private static final ConfigurableApplicationContext WORKER = start();

  public static ConfigurableApplicationContext worker() {
    return WORKER;
  }

  private static ConfigurableApplicationContext start() {
    var postgres = TestServers.catalog();
    var properties = new HashMap<String, Object>(TestServers.kafka().springSettings());
    properties.putAll(TestServers.elasticsearch().springSettings());
    properties.putAll(
        Map.ofEntries(
            Map.entry("spring.datasource.url", postgres.jdbcUrl(CATALOG)),
            Map.entry("spring.datasource.username", postgres.username()),
            Map.entry("spring.datasource.password", postgres.password()),
            Map.entry("gazetteer.network.loopback", "true"),
            Map.entry("gazetteer.keyset-file", keyset()),
            Map.entry("gazetteer.keyset-create", "true"),
            Map.entry(
                "spring.kafka.consumer.properties.max.poll.interval.ms", LONGEST_POLL.toMillis()),
            Map.entry("gazetteer.crawl.lease-time", "6s"),
            Map.entry("gazetteer.crawl.batch-columns", "40"),
            Map.entry("gazetteer.crawl.retry-delay", "200ms"),
            Map.entry("gazetteer.recovery.interval", "300ms"),
            Map.entry("gazetteer.index.watch-interval", "500ms"),
            // Tests that play with epochs look by themselves.
            Map.entry("gazetteer.index.restored-interval", "1h"),
            Map.entry("gazetteer.rebuild.poll-interval", "200ms"),
            Map.entry("gazetteer.rebuild.patience", REBUILD_PATIENCE),
            Map.entry("gazetteer.rebuild.keep-old", "1s"),
            Map.entry("gazetteer.rebuild.cleanup-interval", "300ms"),
            Map.entry("server.port", "0")));
    return new SpringApplicationBuilder(CrawlerWorkerApplication.class)
        .registerShutdownHook(false)
        .run(
            properties.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
  }

  private static String keyset() {
    try {
      return Files.createTempDirectory("gazetteer-worker-test").resolve("keyset.json").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
