package io.gazetteer.standalone;

import io.gazetteer.standalone.checks.InstanceLock;
import io.gazetteer.standalone.processes.Orphaned;
import io.gazetteer.standalone.processes.Ports;
import io.gazetteer.standalone.processes.Progress;
import io.gazetteer.standalone.processes.RunState;
import io.gazetteer.standalone.processes.Supervisor;
import io.gazetteer.standalone.settings.CannotStartException;
import io.gazetteer.standalone.settings.PostgresAddress;
import io.gazetteer.standalone.settings.Settings;
import java.io.IOException;
import java.util.function.ToIntFunction;

/**
 * Runs a command on the running instance's catalog, or, when none runs, starts PostgreSQL for as
 * long as that takes.
 */
final class OnCatalog {
  private final Settings settings;

  OnCatalog(Settings settings) {
    this.settings = settings;
  }

  /** Returns the command's exit code. */
  int run(ToIntFunction<PostgresAddress> command) throws IOException {
    settings.data().create();
    var external = settings.external().postgres();
    if (external.isPresent()) {
      return command.applyAsInt(external.get());
    }
    try (var lock = InstanceLock.tryTake(settings.data())) {
      return command.applyAsInt(lock == null ? running() : started());
    }
  }

  private PostgresAddress running() {
    return new RunState(settings.data())
        .read()
        .orElseThrow(
            () ->
                new CannotStartException(
                    "Gazetteer is still starting: try again when it is ready."));
  }

  private PostgresAddress started() {
    Orphaned.end(settings.data());
    var supervisor =
        new Supervisor(settings, Gazetteer.home(), new Ports(), new Progress(System.err));
    Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stopServers));
    return supervisor.startPostgres();
  }
}
