package io.gazetteer.worker;

import io.gazetteer.servers.testing.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A worker as it runs in production, against servers, and shared by all tests like these. */
final class WorkerServers {
  private static final String CATALOG = "gazetteer_worker_test";

  private WorkerServers() {}

  static {
    CompletableFuture.allOf(
            CompletableFuture.runAsync(TestServers::kafka),
            CompletableFuture.runAsync(TestServers::elasticsearch),
            CompletableFuture.runAsync(TestServers::postgres))
        .join();
    TestServers.postgres().createDatabase(CATALOG);
  }

  /** Stopped with the JVM, by Spring's own hook. */
  private static final ConfigurableApplicationContext WORKER = start();

  static ConfigurableApplicationContext worker() {
    return WORKER;
  }

  private static ConfigurableApplicationContext start() {
    var postgres = TestServers.postgres();
    var properties =
        Map.<String, Object>of(
            "spring.datasource.url", postgres.jdbcUrl(CATALOG),
            "spring.datasource.username", postgres.username(),
            "spring.datasource.password", postgres.password(),
            "spring.kafka.bootstrap-servers", TestServers.kafka().bootstrapServers(),
            "spring.elasticsearch.uris", TestServers.elasticsearch().url(),
            "gazetteer.keyset-file", keyset(),
            "gazetteer.keyset-create", "true",
            "gazetteer.crawl.lease-time", "6s",
            "gazetteer.crawl.batch-columns", "40",
            "server.port", "0");
    return new SpringApplicationBuilder(CrawlerWorkerApplication.class)
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
