package io.gazetteer.servers.testing;

import io.gazetteer.servers.EmbeddedElasticsearch;
import io.gazetteer.servers.EmbeddedKafka;
import io.gazetteer.servers.EmbeddedMariaDb;
import io.gazetteer.servers.EmbeddedMySql;
import io.gazetteer.servers.EmbeddedPostgres;
import io.gazetteer.servers.EmbeddedServer;
import io.gazetteer.servers.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Servers that all tests of a JVM share: started when first asked for, stopped when the JVM ends.
 * Thread safe; different servers start side by side.
 */
public final class TestServers {
  private static final Shared<EmbeddedPostgres> POSTGRES =
      new Shared<>(
          "postgres",
          home ->
              EmbeddedPostgres.start(
                  home,
                  Ports.free(),
                  List.of("fsync=off", "full_page_writes=off", "max_locks_per_transaction=1000")));
  private static final Shared<EmbeddedKafka> KAFKA = new Shared<>("kafka", EmbeddedKafka::start);
  private static final Shared<EmbeddedElasticsearch> ELASTICSEARCH =
      new Shared<>("elasticsearch", EmbeddedElasticsearch::start);
  private static final Shared<EmbeddedMariaDb> MARIADB =
      new Shared<>("mariadb", EmbeddedMariaDb::start);
  private static final Shared<EmbeddedMySql> MYSQL = new Shared<>("mysql", EmbeddedMySql::start);

  private TestServers() {}

  public static EmbeddedPostgres postgres() {
    return POSTGRES.get();
  }

  public static EmbeddedKafka kafka() {
    return KAFKA.get();
  }

  public static EmbeddedElasticsearch elasticsearch() {
    return ELASTICSEARCH.get();
  }

  public static EmbeddedMariaDb mariaDb() {
    return MARIADB.get();
  }

  /** See {@link EmbeddedMySql#isAvailable()}. */
  public static EmbeddedMySql mySql() {
    return MYSQL.get();
  }

  private static final class Shared<S extends EmbeddedServer> {
    private final String name;
    private final Function<Path, S> start;
    private @Nullable S server;

    Shared(String name, Function<Path, S> start) {
      this.name = name;
      this.start = start;
    }

    synchronized S get() {
      if (server == null) {
        try {
          var home = Files.createTempDirectory("gazetteer-test-" + name);
          var started = start.apply(home);
          Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started, home)));
          server = started;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return server;
    }

    private void stop(S started, Path home) {
      started.stop();
      try (var files = Files.walk(home)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
