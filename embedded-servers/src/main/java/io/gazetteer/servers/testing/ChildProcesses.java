package io.gazetteer.servers.testing;

import io.gazetteer.servers.DatabaseServer;
import io.gazetteer.servers.EmbeddedServer;
import io.gazetteer.servers.FreePorts;
import io.gazetteer.servers.elasticsearch.EmbeddedElasticsearch;
import io.gazetteer.servers.kafka.EmbeddedKafka;
import io.gazetteer.servers.mysql.EmbeddedMariaDb;
import io.gazetteer.servers.mysql.EmbeddedMySql;
import io.gazetteer.servers.postgresql.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Starts servers from Maven Central artifacts. None waits for a disk: tests may lose data. */
final class ChildProcesses implements ServerSource {
  private static final List<String> POSTGRES_SETTINGS =
      List.of(
          "fsync=off",
          "synchronous_commit=off",
          "full_page_writes=off",
          "max_connections=300",
          // With many databases there would be one worker after the other.
          "autovacuum_naptime=5min",
          "max_locks_per_transaction=1000");
  private static final List<String> MYSQL_OPTIONS =
      List.of("--innodb-flush-log-at-trx-commit=0", "--innodb-flush-method=nosync");

  private final TestFolders folders = TestFolders.ofThisJvm();

  @Override
  public DatabaseServer postgres() {
    return start(
        "postgres", home -> EmbeddedPostgres.start(home, FreePorts.free(), POSTGRES_SETTINGS));
  }

  @Override
  public KafkaServer kafka() {
    var kafka = start("kafka", EmbeddedKafka::start);
    return new KafkaServer(kafka.bootstrapServers(), kafka.login());
  }

  @Override
  public ElasticsearchServer elasticsearch() {
    var node = start("elasticsearch", EmbeddedElasticsearch::startForTests);
    return new ElasticsearchServer(node.url(), node.username(), node.password());
  }

  @Override
  public DatabaseServer mariaDb() {
    return start("mariadb", home -> EmbeddedMariaDb.start(home, FreePorts.free(), MYSQL_OPTIONS));
  }

  @Override
  public DatabaseServer mySql() {
    return start("mysql", home -> EmbeddedMySql.start(home, FreePorts.free(), MYSQL_OPTIONS));
  }

  private <S extends EmbeddedServer> S start(String name, Function<Path, S> starter) {
    var home = folders.create(name);
    var server = starter.apply(home);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.stop();
                  folders.delete(home);
                }));
    return server;
  }
}
