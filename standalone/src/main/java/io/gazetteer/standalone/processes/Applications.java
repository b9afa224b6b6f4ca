package io.gazetteer.standalone.processes;

import io.gazetteer.servers.process.ChildProcess;
import io.gazetteer.servers.process.ProcessSpec;
import io.gazetteer.servers.process.StartLimit;
import io.gazetteer.standalone.settings.CannotStartException;
import io.gazetteer.standalone.settings.DataFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** Starts the API and the worker from the jars that are deployed, and waits for them. */
final class Applications {
  static final int MEMORY_MB = 700;

  private static final Duration STOP = Duration.ofSeconds(12);
  private static final int RESTARTS = 5;

  private final DataFolder data;
  private final Path home;
  private final Keepers keepers;

  Applications(DataFolder data, Path home, Keepers keepers) {
    this.data = data;
    this.home = home;
    this.keepers = keepers;
  }

  /** Starts an application and keeps it running; it is not ready yet. */
  Running start(Application application, Map<String, String> environment) {
    var spec =
        new ProcessSpec(
            application.module(),
            Jvm.jar(application.jar(home), data.temporary(application.module())),
            environment,
            data.root(),
            log(application),
            data.run(),
            "TERM",
            STOP);
    var first = new CompletableFuture<Running>();
    keepers.start(
        application.title(),
        RESTARTS,
        () -> {
          var running = Running.of(ChildProcess.start(spec));
          first.complete(running);
          return running;
        });
    return first.join();
  }

  /**
   * Waits until the condition holds, which the application makes true.
   *
   * @throws CannotStartException when the process ends before, which is no accident at its start,
   *     or does nothing any more
   */
  void await(Application application, Running running, BooleanSupplier condition) {
    var limit = StartLimit.of(running.process());
    while (!condition.getAsBoolean()) {
      boolean alive = running.process().isAlive();
      if (!alive || limit.isOver()) {
        throw new CannotStartException(
            FailureReport.atTheEndOf(log(application))
                .map(why -> application.title() + " does not start: " + why + ".")
                .orElseGet(
                    () ->
                        "%s %s. What it last wrote to %s:%n%s"
                            .formatted(
                                application.title(),
                                alive ? StartLimit.reason() : "ended while it was starting",
                                log(application),
                                running.lastWords().get())));
      }
      pause();
    }
  }

  private Path log(Application application) {
    return data.logs().resolve(application.module() + ".log");
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(50));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStartException("The start was interrupted.", e);
    }
  }
}
