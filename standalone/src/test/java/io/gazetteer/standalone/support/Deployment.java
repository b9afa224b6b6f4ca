package io.gazetteer.standalone.support;

import static org.awaitility.Awaitility.await;

import io.gazetteer.servers.FreePorts;
import io.gazetteer.servers.testing.KafkaServer;
import io.gazetteer.servers.testing.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One API and workers on servers of their own, as they are deployed, with a keyset wrapped by a
 * master key. Most tests of a JVM share one.
 */
public final class Deployment {
  public static final String PASSWORD = "Deployed-admin-47";

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Small batches, so that there is work for two; short leases, so that a death shows soon. */
  private static final Map<String, String> SHARED_SETTINGS =
      Map.of(
          "GAZETTEER_MEANING", "off",
          "GAZETTEER_CRAWL_BATCH_COLUMNS", "20",
          "GAZETTEER_CRAWL_LEASE_TIME", "5s",
          "SPRING_KAFKA_CONSUMER_PROPERTIES_SESSION_TIMEOUT_MS", "3000",
          "SPRING_KAFKA_CONSUMER_PROPERTIES_HEARTBEAT_INTERVAL_MS", "500");

  private final Path folder = Folders.make("gazetteer-deployed");
  private final int port = FreePorts.free();
  private final int managementPort = FreePorts.free();
  private final Map<String, String> environment = new HashMap<>();
  private final List<Worker> workers = new ArrayList<>();
  private final ApplicationProcess api;

  /** A worker, and where its health and metrics are. */
  public record Worker(ApplicationProcess process, int managementPort) {
    public String metrics() {
      return metricsAt(managementPort);
    }
  }

  /** Made when the first test asks for it. */
  private static final class Shared {
    private static final Deployment INSTANCE = new Deployment(TestServers.kafka(), SHARED_SETTINGS);
  }

  /**
   * Starts an API with a catalog store of its own.
   *
   * @param settings of all processes, as environment variables
   */
  public Deployment(KafkaServer kafka, Map<String, String> settings) {
    describe(kafka);
    environment.putAll(settings);
    api =
        start(
            "catalog-api",
            Map.of(
                "GAZETTEER_PORT", Integer.toString(port),
                "GAZETTEER_MANAGEMENT_PORT", Integer.toString(managementPort),
                "GAZETTEER_ADMIN_PASSWORD", PASSWORD));
    Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    await("the API").atMost(PATIENCE).until(() -> stranger().get("/api/health").status() == 200);
  }

  private void describe(KafkaServer kafka) {
    var postgres = TestServers.catalog();
    var catalog = Targets.empty("PostgreSQL", postgres, "catalog_" + System.nanoTime());
    environment.put("GAZETTEER_POSTGRES_URL", postgres.jdbcUrl(catalog.name()));
    environment.put("GAZETTEER_POSTGRES_USER", catalog.username());
    environment.put("GAZETTEER_POSTGRES_PASSWORD", catalog.password());
    environment.put("GAZETTEER_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    kafka.login().forEach((name, value) -> environment.put(variable(name), value));
    environment.put("GAZETTEER_ELASTICSEARCH_URL", TestServers.elasticsearch().url());
    environment.put("GAZETTEER_ELASTICSEARCH_USER", TestServers.elasticsearch().username());
    environment.put("GAZETTEER_ELASTICSEARCH_PASSWORD", TestServers.elasticsearch().password());
    environment.put("GAZETTEER_NETWORK_LOOPBACK", "true");
    environment.put("GAZETTEER_KEYSET_FILE", keyset().toString());
    var masterKey = new byte[32];
    new SecureRandom().nextBytes(masterKey);
    environment.put("GAZETTEER_MASTER_KEY", Base64.getEncoder().encodeToString(masterKey));
  }

  private static String variable(String kafkaSetting) {
    return "SPRING_KAFKA_PROPERTIES_" + kafkaSetting.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  /** Their servers end at the same time, so there is nothing to wait for. */
  private void end() {
    workers.forEach(worker -> worker.process().kill());
    api.kill();
    Folders.delete(folder);
  }

  /** With two workers that are up, whatever a test did to those before. */
  public static synchronized Deployment withTwoWorkers() {
    Shared.INSTANCE.bringTwoWorkersUp();
    return Shared.INSTANCE;
  }

  private void bringTwoWorkersUp() {
    while (running().count() < 2) {
      var management = FreePorts.free();
      var settings = Map.of("GAZETTEER_WORKER_MANAGEMENT_PORT", Integer.toString(management));
      workers.add(new Worker(start("crawler-worker", settings), management));
    }
    await("the workers").atMost(PATIENCE).until(() -> running().allMatch(Deployment::isUp));
  }

  private static boolean isUp(Worker worker) {
    var health = new ApiUser("http://127.0.0.1:" + worker.managementPort());
    return health.get("/actuator/health").status() == 200;
  }

  private Stream<Worker> running() {
    return workers.stream().filter(worker -> worker.process().isAlive());
  }

  public List<Worker> workers() {
    return running().toList();
  }

  public ApplicationProcess api() {
    return api;
  }

  /** Starts another process with the settings of all, and these. */
  public ApplicationProcess start(String module, Map<String, String> more, String... words) {
    var settings = new HashMap<>(environment);
    settings.putAll(more);
    try {
      return ApplicationProcess.start(module, settings, folder, words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command of the API's program. */
  public ApplicationProcess command(String... words) {
    return start("catalog-api", Map.of(), words);
  }

  public ApiUser admin() {
    var admin = stranger();
    admin.logIn("admin", PASSWORD);
    return admin;
  }

  /** Somebody who has not logged in. */
  public ApiUser stranger() {
    return new ApiUser("http://127.0.0.1:" + port);
  }

  /** Logs of all processes there are and were, the keyset, and what a test puts there. */
  public Path folder() {
    return folder;
  }

  public Path keyset() {
    return folder.resolve("keyset.json");
  }

  /** What every process here is told. */
  public Map<String, String> settings() {
    return Map.copyOf(environment);
  }

  /** One of the settings of all. */
  public String setting(String variable) {
    return Objects.requireNonNull(environment.get(variable), variable);
  }

  /** The API's metrics. */
  public String metrics() {
    return metricsAt(managementPort);
  }

  private static String metricsAt(int port) {
    return new ApiUser("http://127.0.0.1:" + port).text("/actuator/prometheus");
  }

  public Connection catalog() throws SQLException {
    return DriverManager.getConnection(
        setting("GAZETTEER_POSTGRES_URL"),
        setting("GAZETTEER_POSTGRES_USER"),
        setting("GAZETTEER_POSTGRES_PASSWORD"));
  }

  /** Changes the catalog store behind everyone's back. */
  public void onCatalog(String sql) throws SQLException {
    try (var connection = catalog();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
