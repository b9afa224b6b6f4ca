package io.gazetteer.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.servers.Ports;
import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.standalone.support.ApiFacts;
import io.gazetteer.standalone.support.ApiUser;
import io.gazetteer.standalone.support.ApplicationProcess;
import io.gazetteer.standalone.support.Folders;
import io.gazetteer.standalone.support.JdbcFacts;
import io.gazetteer.standalone.support.TargetDatabase;
import io.gazetteer.standalone.support.Targets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One API and two workers on servers of their own, as they are deployed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoWorkersIT {
  private static final String PASSWORD = "Two-workers-admin";
  private static final int TABLES = 400;

  private final Path folder = Folders.make("gazetteer-workers");
  private final int port = Ports.free();
  private final ApiUser admin = new ApiUser("http://127.0.0.1:" + port);
  private final Map<String, String> environment = new HashMap<>();
  private final List<Worker> workers = new ArrayList<>();
  private @Nullable ApplicationProcess api;

  private record Worker(ApplicationProcess process, int managementPort) {
    /** Batches that were handed to this worker. */
    double batches() {
      return new ApiUser("http://127.0.0.1:" + managementPort)
          .text("/actuator/prometheus")
          .lines()
          .filter(line -> line.startsWith("kafka_consumer_fetch_manager_records_consumed_total"))
          .filter(line -> line.contains("gazetteer-batch"))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
          .sum();
    }
  }

  @BeforeAll
  void start() throws IOException {
    describeServers();
    api =
        ApplicationProcess.start(
            "catalog-api",
            with(
                Map.of(
                    "GAZETTEER_PORT", Integer.toString(port),
                    "GAZETTEER_MANAGEMENT_PORT", Integer.toString(Ports.free()),
                    "GAZETTEER_ADMIN_PASSWORD", PASSWORD)),
            folder);
    await("the API")
        .atMost(Duration.ofSeconds(60))
        .until(() -> admin.get("/api/health").status() == 200);
    assertThat(admin.logIn("admin", PASSWORD).status()).isEqualTo(200);
  }

  @BeforeEach
  void bringTwoWorkersUp() throws IOException {
    workers.removeIf(worker -> !worker.process().isAlive());
    while (workers.size() < 2) {
      startWorker();
    }
    await("the workers")
        .atMost(Duration.ofSeconds(60))
        .until(() -> workers.stream().allMatch(TwoWorkersIT::isUp));
  }

  private void describeServers() {
    var postgres = TestServers.catalog();
    var catalog = Targets.empty("PostgreSQL", postgres, "catalog_" + System.nanoTime());
    environment.put("GAZETTEER_POSTGRES_URL", postgres.jdbcUrl(catalog.name()));
    environment.put("GAZETTEER_POSTGRES_USER", catalog.username());
    environment.put("GAZETTEER_POSTGRES_PASSWORD", catalog.password());
    environment.put("GAZETTEER_KAFKA_BOOTSTRAP_SERVERS", TestServers.kafka().bootstrapServers());
    environment.put("GAZETTEER_ELASTICSEARCH_URL", TestServers.elasticsearch().url());
    environment.put("GAZETTEER_NETWORK_LOOPBACK", "true");
    environment.put("GAZETTEER_KEYSET_FILE", folder.resolve("keyset.json").toString());
    // Small batches, so that there is work for two; a short lease, so that a death shows soon.
    environment.put("GAZETTEER_CRAWL_BATCH_COLUMNS", "20");
    environment.put("GAZETTEER_CRAWL_LEASE_TIME", "5s");
  }

  private void startWorker() throws IOException {
    var management = Ports.free();
    var own = Map.of("GAZETTEER_WORKER_MANAGEMENT_PORT", Integer.toString(management));
    workers.add(
        new Worker(ApplicationProcess.start("crawler-worker", with(own), folder), management));
  }

  private static boolean isUp(Worker worker) {
    var health = new ApiUser("http://127.0.0.1:" + worker.managementPort());
    return health.get("/actuator/health").status() == 200;
  }

  private Map<String, String> with(Map<String, String> more) {
    var all = new HashMap<>(environment);
    all.putAll(more);
    return all;
  }

  @AfterAll
  void end() {
    workers.forEach(worker -> worker.process().close());
    if (api != null) {
      api.close();
    }
    Folders.delete(folder);
  }

  @Test
  void shareACrawlAndGetItRight() throws SQLException {
    var database = manyTables("shared_crawl");

    var id = admin.registerAndCrawl(database);

    assertThat(ApiFacts.of(admin.tables(id, database.name()), database))
        .hasSize(TABLES)
        .isEqualTo(JdbcFacts.of(database));
    assertThat(workers).allSatisfy(worker -> assertThat(worker.batches()).isPositive());
  }

  @Test
  void oneTakesOverWhenTheOtherIsKilledInTheMiddle() throws SQLException {
    var database = manyTables("taken_over_crawl");
    var crawl = admin.register(database).body().get("crawl").get("id").asString();
    await("a crawl in its middle")
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(30))
        .until(() -> admin.get("/api/crawls/" + crawl).body().get("batches_done").asInt() > 0);

    workers.getFirst().process().kill();

    var ended = admin.waitForCrawl(crawl);
    assertThat(ended.get("state").asString()).as("%s", ended).isEqualTo("SUCCEEDED");
    var id = ended.get("data_source_id").asString();
    assertThat(ApiFacts.of(admin.tables(id, database.name()), database))
        .isEqualTo(JdbcFacts.of(database));
  }

  @Test
  void goOnCrawlingWhileTheKeyIsRotated() throws Exception {
    var id = admin.registerAndCrawl(Targets.postgres("rotated_crawl"));
    var moved = Targets.empty("PostgreSQL", TestServers.postgres(), "moved_secret");
    var movedId = admin.registerAndCrawl(moved);
    var before = Files.readString(keyset());
    onCatalog(
        """
        update data_source set secret = (select secret from data_source where id = '%s')
        where id = '%s'
        """
            .formatted(id, movedId));
    assertThat(crawl(movedId).path("error").path("code").asString()).isEqualTo("secret_unreadable");

    try (var rotation = rotateKey()) {
      var crawls = 0;
      do {
        succeeds(id);
        crawls++;
      } while (rotation.isAlive());
      assertThat(rotation.awaitExit()).isEqualTo(1);
      assertThat(rotation.log()).contains("1 rows still need an old key");
      assertThat(crawls).isGreaterThan(1);
    }
    try (var drop = rotateKey("--drop-old")) {
      assertThat(drop.awaitExit()).isEqualTo(1);
    }
    assertThat(Files.readString(keyset())).isNotEqualTo(before).contains(primaryKey(before));

    // What is written from now on has the new key, too.
    var change = Map.of("password", moved.password());
    assertThat(admin.call("PATCH", "/api/db-credentials/" + movedId, change).status())
        .isEqualTo(200);
    succeeds(movedId);
    try (var drop = rotateKey("--drop-old")) {
      assertThat(drop.awaitExit()).as(drop.log()).isZero();
      assertThat(drop.log()).contains("The old keys were dropped");
    }
    var after = Files.readString(keyset());
    assertThat(after).doesNotContain(primaryKey(before));
    assertThat(keysInUse()).containsExactly(primaryKey(after));
    succeeds(id);
  }

  @Test
  void doNotStartWithTheWrongKeyset() throws Exception {
    var wrong = folder.resolve("wrong.json").toString();
    Files.copy(keyset(), Path.of(wrong), StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(Path.of(wrong), withOtherKey(Files.readString(keyset())));
    for (var module : List.of("catalog-api", "crawler-worker")) {
      isRefused(module, Map.of("GAZETTEER_KEYSET_FILE", wrong), "does not fit this catalog");
    }
    isRefused("catalog-api", Map.of("GAZETTEER_KEYSET_FILE", wrong + "?"), "? is missing");
    isRefused("crawler-worker", Map.of("GAZETTEER_KEYSET", "{}"), "holds no usable");
  }

  /** A keyset like this one, and the same id of its key, but other bytes. */
  private static String withOtherKey(String keyset) {
    var value = new JsonMapper().readTree(keyset).findValue("value").asString();
    var other = new StringBuilder(value);
    for (var i = 10; i < 20; i++) {
      other.setCharAt(i, other.charAt(i) == 'A' ? 'B' : 'A');
    }
    return keyset.replace(value, other);
  }

  private void isRefused(String module, Map<String, String> settings, String why)
      throws IOException {
    var all = with(settings);
    all.put("GAZETTEER_PORT", "0");
    all.put("GAZETTEER_MANAGEMENT_PORT", "0");
    all.put("GAZETTEER_WORKER_MANAGEMENT_PORT", "0");
    try (var process = ApplicationProcess.start(module, all, folder)) {
      assertThat(process.awaitExit()).as(module).isEqualTo(1);
      assertThat(process.log()).contains(why).doesNotContain("\tat ");
    }
  }

  private ApplicationProcess rotateKey(String... options) throws IOException {
    var words = Stream.concat(Stream.of("rotate-key"), Stream.of(options)).toArray(String[]::new);
    return ApplicationProcess.start("catalog-api", environment, folder, words);
  }

  private void succeeds(String id) {
    var ended = crawl(id);
    assertThat(ended.path("state").asString()).as("%s", ended).isEqualTo("SUCCEEDED");
  }

  private JsonNode crawl(String id) {
    var crawl = admin.post("/api/db-credentials/" + id + "/crawls", null).body();
    return admin.waitForCrawl(crawl.get("id").asString());
  }

  private Path keyset() {
    return folder.resolve("keyset.json");
  }

  private static String primaryKey(String keyset) {
    return new JsonMapper().readTree(keyset).get("primaryKeyId").asString();
  }

  /** Ids of the keys of all rows, as Tink writes them before each ciphertext. */
  private Set<String> keysInUse() throws SQLException {
    var keys = new HashSet<String>();
    try (var connection = catalog();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    """
                    select secret from data_source where secret is not null
                    union all select secret from signing_key
                    union all select secret from keyset_check
                    """)) {
      while (rows.next()) {
        keys.add(Integer.toUnsignedString(ByteBuffer.wrap(rows.getBytes(1)).getInt(1)));
      }
    }
    return keys;
  }

  private void onCatalog(String sql) throws SQLException {
    try (var connection = catalog();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection catalog() throws SQLException {
    return DriverManager.getConnection(
        environment.get("GAZETTEER_POSTGRES_URL"),
        environment.get("GAZETTEER_POSTGRES_USER"),
        environment.get("GAZETTEER_POSTGRES_PASSWORD"));
  }

  private static TargetDatabase manyTables(String name) throws SQLException {
    var database = Targets.empty("PostgreSQL", TestServers.postgres(), name);
    database.execute(
        """
        do $$
        begin
          for i in 1..%d loop
            execute format(
              'create table t%%s (id bigint primary key, a text not null, b numeric(9, 2), c date)',
              i);
          end loop;
        end $$
        """
            .formatted(TABLES));
    return database;
  }
}
