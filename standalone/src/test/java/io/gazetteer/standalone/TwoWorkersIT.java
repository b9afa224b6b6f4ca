package io.gazetteer.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.servers.Ports;
import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.standalone.support.ApiFacts;
import io.gazetteer.standalone.support.ApiUser;
import io.gazetteer.standalone.support.ApplicationProcess;
import io.gazetteer.standalone.support.JdbcFacts;
import io.gazetteer.standalone.support.TargetDatabase;
import io.gazetteer.standalone.support.Targets;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One API and two workers on servers of their own, as they are deployed. */
class TwoWorkersIT {
  private static final String PASSWORD = "Two-workers-admin";
  private static final int TABLES = 400;

  @TempDir Path folder;
  private final int port = Ports.free();
  private final Map<String, String> environment = new HashMap<>();
  private ApplicationProcess api;
  private ApplicationProcess one;
  private ApplicationProcess two;
  private ApiUser admin;

  @BeforeEach
  void start() throws IOException {
    var catalog =
        Targets.empty("PostgreSQL", TestServers.postgres(), "catalog_" + System.nanoTime());
    environment.put(
        "GAZETTEER_POSTGRES_URL", TestServers.postgres().jdbcUrl(catalog.name()));
    environment.put("GAZETTEER_POSTGRES_USER", catalog.username());
    environment.put("GAZETTEER_POSTGRES_PASSWORD", catalog.password());
    environment.put(
        "GAZETTEER_KAFKA_BOOTSTRAP_SERVERS", TestServers.kafka().bootstrapServers());
    environment.put("GAZETTEER_ELASTICSEARCH_URL", TestServers.elasticsearch().url());
    environment.put("GAZETTEER_KEYSET_FILE", folder.resolve("keyset.json").toString());
    // Small batches, so that there is work for two.
    environment.put("GAZETTEER_CRAWL_BATCH_COLUMNS", "40");
    environment.put("GAZETTEER_CRAWL_LEASE_TIME", "5s");
    api = startApi();
    admin = new ApiUser("http://127.0.0.1:" + port);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> admin.get("/api/health").status() == 200);
    assertThat(admin.logIn("admin", PASSWORD).status()).isEqualTo(200);
    one = startWorker();
    two = startWorker();
  }
}
