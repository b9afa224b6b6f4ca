package io.gazetteer.standalone.processes;

import io.gazetteer.servers.EmbeddedServer;
import io.gazetteer.servers.ServerStartException;
import io.gazetteer.servers.elasticsearch.EmbeddedElasticsearch;
import io.gazetteer.servers.kafka.EmbeddedKafka;
import io.gazetteer.servers.postgresql.EmbeddedPostgres;
import io.gazetteer.standalone.checks.MachineMemory;
import io.gazetteer.standalone.settings.CannotStartException;
import io.gazetteer.standalone.settings.DataFolder;
import io.gazetteer.standalone.settings.ExternalServers;
import io.gazetteer.standalone.settings.PostgresAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Starts the embedded servers, each in the place of one that the user does not bring. */
final class Servers {
  private static final int POSTGRES_MB = 150;
  private static final int KAFKA_MB = 350;

  /** Counts the least heap; a larger one leaves that much more free. */
  private static final int ELASTICSEARCH_MB = ElasticsearchHeap.LEAST_MB + 288;

  private static final int RESTARTS = 3;

  private final DataFolder data;
  private final Ports ports;
  private final Keepers keepers;
  private final Progress progress;
  private final int elasticsearchHeapMb = ElasticsearchHeap.megabytes(MachineMemory.read());

  Servers(DataFolder data, Ports ports, Keepers keepers, Progress progress) {
    this.data = data;
    this.ports = ports;
    this.keepers = keepers;
    this.progress = progress;
  }

  /** Returns the memory that the servers to be started take, in MB. */
  static int memoryMb(ExternalServers external) {
    return (external.postgres().isPresent() ? 0 : POSTGRES_MB)
        + (external.kafka().isPresent() ? 0 : KAFKA_MB)
        + (external.elasticsearch().isPresent() ? 0 : ELASTICSEARCH_MB);
  }

  /** Starts the servers at the same time; returns when all are ready. */
  ServerAddresses start(ExternalServers external) {
    try (var threads = Executors.newCachedThreadPool()) {
      var postgres =
          CompletableFuture.supplyAsync(
              () -> external.postgres().orElseGet(this::startPostgres), threads);
      var kafka =
          CompletableFuture.supplyAsync(
              () -> external.kafka().orElseGet(this::startKafka), threads);
      var elasticsearch =
          CompletableFuture.supplyAsync(
              () -> external.elasticsearch().orElseGet(this::startElasticsearch), threads);
      return new ServerAddresses(postgres.join(), kafka.join(), elasticsearch.join());
    } catch (CompletionException e) {
      throw explained(e);
    }
  }

  private static RuntimeException explained(CompletionException e) {
    if (e.getCause() instanceof ServerStartException cause) {
      return new CannotStartException(String.valueOf(cause.getMessage()), cause);
    }
    return e.getCause() instanceof CannotStartException cause ? cause : e;
  }

  /** Starts the catalog store alone. */
  PostgresAddress startPostgres() {
    return keep(
        "PostgreSQL",
        "postgres",
        EmbeddedPostgres::start,
        server -> CatalogStore.prepare(server, data));
  }

  private Map<String, String> startKafka() {
    return keep("Kafka", "kafka", EmbeddedKafka::start, Servers::environment);
  }

  private static Map<String, String> environment(EmbeddedKafka kafka) {
    return Map.of(
        "GAZETTEER_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
        "GAZETTEER_KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT",
        "GAZETTEER_KAFKA_SASL_MECHANISM", "PLAIN",
        "GAZETTEER_KAFKA_USER", kafka.username(),
        "GAZETTEER_KAFKA_PASSWORD", kafka.password());
  }

  private Map<String, String> startElasticsearch() {
    return keep(
        "Elasticsearch",
        "elasticsearch",
        (home, port) -> EmbeddedElasticsearch.start(home, port, elasticsearchHeapMb),
        Servers::environment);
  }

  private static Map<String, String> environment(EmbeddedElasticsearch elasticsearch) {
    return Map.of(
        "GAZETTEER_ELASTICSEARCH_URL", elasticsearch.url(),
        "GAZETTEER_ELASTICSEARCH_USER", elasticsearch.username(),
        "GAZETTEER_ELASTICSEARCH_PASSWORD", elasticsearch.password());
  }

  /** Keeps a server running, at the same port after a restart, since others have been told it. */
  private <S extends EmbeddedServer, A> A keep(
      String name, String folder, BiFunction<Path, Integer, S> starter, Function<S, A> address) {
    var port = ports.next();
    var first = new CompletableFuture<A>();
    progress.awaits(name);
    keepers.start(
        name,
        RESTARTS,
        () -> {
          var server = starter.apply(data.servers().resolve(folder), port);
          first.complete(address.apply(server));
          return Running.of(server);
        });
    var known = first.join();
    progress.isReady(name);
    return known;
  }
}
