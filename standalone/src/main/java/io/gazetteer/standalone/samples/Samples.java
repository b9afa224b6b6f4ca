package io.gazetteer.standalone.samples;

import io.gazetteer.servers.EmbeddedDatabase;
import io.gazetteer.standalone.client.CatalogApi;
import io.gazetteer.standalone.processes.Keepers;
import io.gazetteer.standalone.processes.Ports;
import io.gazetteer.standalone.processes.Progress;
import io.gazetteer.standalone.processes.Running;
import io.gazetteer.standalone.settings.DataFolder;
import io.gazetteer.standalone.settings.RandomPassword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts the servers of the sample databases, fills them at the first start, and registers them
 * once. When something goes wrong with them, only they are missing. Thread safe.
 */
public final class Samples {
  private static final int RESTARTS = 3;
  private static final Duration FIRST_CRAWL = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Path folder;
  private final SampleState state;
  private final Ports ports;
  private final Keepers keepers;
  private final Progress progress;

  public Samples(DataFolder data, Ports ports, Progress progress) {
    this.folder = data.samples();
    this.ports = ports;
    this.progress = progress;
    state = SampleState.read(folder);
    keepers = new Keepers(progress);
  }

  /** Starts both; returns when they answer and are filled, or when it is known that they cannot. */
  public void start() {
    try (var threads = Executors.newCachedThreadPool()) {
      for (var sample : SampleDatabase.values()) {
        threads.execute(() -> start(sample));
      }
    }
  }

  private void start(SampleDatabase sample) {
    try {
      var port = port(sample);
      keepers.start(
          "The sample's " + sample.dbType(), RESTARTS, () -> Running.of(server(sample, port)));
      progress.say("The sample database " + sample.dbName() + " is ready");
    } catch (RuntimeException e) {
      progress.say("The sample database " + sample.dbName() + " is missing: " + firstLine(e));
    }
  }

  private static String firstLine(RuntimeException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /** Returns the port of a sample database: it is registered, so it stays what it was. */
  private int port(SampleDatabase sample) {
    return state
        .port(sample.dbName())
        .orElseGet(() -> state.keepPort(sample.dbName(), ports.next()));
  }

  private EmbeddedDatabase server(SampleDatabase sample, int port) {
    var server = sample.startServer(folder.resolve(sample.dbName()), port);
    var loaded = sample.dbName() + ".loaded";
    if (!state.isDone(loaded)) {
      try {
        sample.load(server, readerPassword());
        state.done(loaded);
      } catch (SQLException e) {
        server.stop();
        throw new IllegalStateException("it cannot be filled: " + e.getMessage(), e);
      }
    }
    return server;
  }

  private synchronized String readerPassword() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return RandomPassword.keptIn(folder.resolve("reader-password"));
  }

  public boolean areRegistered() {
    return Arrays.stream(SampleDatabase.values())
        .allMatch(sample -> state.isDone(sample.dbName() + ".registered"));
  }

  /**
   * Registers the sample databases as any user would, and returns when they can be searched, or
   * after a while; what was registered before is left to its owner.
   */
  public void register(CatalogApi api, String token) throws IOException {
    for (var sample : SampleDatabase.values()) {
      var registered = sample.dbName() + ".registered";
      if (state.isDone(sample.dbName() + ".loaded") && !state.isDone(registered)) {
        api.register(token, sample.credentials(port(sample), readerPassword()));
        state.done(registered);
        awaitFirstCrawl(api, token, sample);
      }
    }
  }

  private static void awaitFirstCrawl(CatalogApi api, String token, SampleDatabase sample)
      throws IOException {
    long deadline = System.nanoTime() + FIRST_CRAWL.toNanos();
    while (!api.isCrawled(token, sample.dbName()) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  public void stop() {
    keepers.stop();
  }
}
