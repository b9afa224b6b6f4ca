package io.gazetteer.worker.testing.processes;

import io.gazetteer.common.catalog.CatalogConfiguration;
import io.gazetteer.common.events.EventsConfiguration;
import io.gazetteer.common.index.IndexConfiguration;
import io.gazetteer.common.index.SearchIndexes;
import io.gazetteer.common.secrets.SecretsConfiguration;
import io.gazetteer.servers.files.FileTree;
import io.gazetteer.servers.kafka.EmbeddedKafka;
import io.gazetteer.servers.testing.KafkaServer;
import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.worker.testing.fixtures.IndexedDocuments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Workers in processes of their own, with a catalog and a broker of their own: the worker that
 * other tests share takes none of their messages, and they take none of its.
 */
public final class SeparateWorkers implements AutoCloseable {
  private final Path home;
  private final EmbeddedKafka kafka;
  private final Map<String, String> settings = new HashMap<>();
  private final ConfigurableApplicationContext client;
  private final List<WorkerProcess> started = new CopyOnWriteArrayList<>();

  /** What a worker knows of the stores, without what makes it work. */
  @EnableAutoConfiguration
  @Import({
    CatalogConfiguration.class,
    EventsConfiguration.class,
    IndexConfiguration.class,
    SecretsConfiguration.class
  })
  static class Client {
    @Bean
    InstantSource clock() {
      return Clock.systemUTC();
    }
  }

  public SeparateWorkers(Map<String, String> special) {
    home = createHome();
    kafka = EmbeddedKafka.start(home.resolve("kafka"));
    var catalog = "catalog_" + UUID.randomUUID().toString().substring(0, 8);
    TestServers.catalog().createDatabase(catalog);
    describeServers(catalog);
    client = startClient();
    client.getBean(SearchIndexes.class).ensure();
    // The index outlives these workers, and no power cut: nobody need wait for its disk.
    new IndexedDocuments(client)
        .call(
            "PUT",
            "/gazetteer-tables,gazetteer-columns/_settings",
            "{\"index.translog.durability\": \"async\"}");
    settings.putAll(special);
  }

  /** With this name, a later run removes it should we be killed. */
  private static Path createHome() {
    try {
      return Files.createTempDirectory(
          "gazetteer-test-" + ProcessHandle.current().pid() + "-workers");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void describeServers(String catalog) {
    var postgres = TestServers.catalog();
    settings.put("spring.datasource.url", postgres.jdbcUrl(catalog));
    settings.put("spring.datasource.username", postgres.username());
    settings.put("spring.datasource.password", postgres.password());
    settings.putAll(new KafkaServer(kafka.bootstrapServers(), kafka.login()).springSettings());
    settings.putAll(TestServers.elasticsearch().springSettings());
    settings.put("gazetteer.network.loopback", "true");
    settings.put("gazetteer.keyset-file", home.resolve("keyset.json").toString());
    settings.put("server.port", "0");
  }

  private ConfigurableApplicationContext startClient() {
    var arguments = new ArrayList<String>();
    settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
    arguments.add("--gazetteer.keyset-create=true");
    arguments.add("--spring.datasource.hikari.maximum-pool-size=12");
    return new SpringApplicationBuilder(Client.class).run(arguments.toArray(String[]::new));
  }

  /** Beans to register data sources, to publish events, and to look into the stores. */
  public ConfigurableApplicationContext client() {
    return client;
  }

  /** Without what nobody asks of it here, since many are started: its port, and migrations. */
  public WorkerProcess start(Map<String, String> more) {
    var all = new HashMap<>(settings);
    all.put("spring.main.web-application-type", "none");
    all.put("spring.flyway.enabled", "false");
    all.putAll(more);
    var worker = WorkerProcess.start(home, all);
    started.add(worker);
    return worker;
  }

  /** What every worker is told. */
  public Map<String, String> settings() {
    return Map.copyOf(settings);
  }

  @Override
  public void close() {
    started.forEach(WorkerProcess::close);
    client.close();
    kafka.stop();
    try {
      new FileTree(home).delete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
