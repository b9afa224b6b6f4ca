package io.gazetteer.standalone;

import io.gazetteer.standalone.checks.InstanceLock;
import io.gazetteer.standalone.processes.AdminTool;
import io.gazetteer.standalone.processes.RunState;
import io.gazetteer.standalone.settings.CannotStartException;
import io.gazetteer.standalone.settings.Settings;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Makes the running instance's worker rebuild the search index, and waits until it is done. */
@Command(name = "reindex")
final class ReindexCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    var settings = Settings.read(System.getenv(), Gazetteer.home());
    settings.data().create();
    try (var lock = InstanceLock.tryTake(settings.data())) {
      if (lock != null) {
        throw new CannotStartException(
            "Gazetteer does not run: start it with ./gazetteer start, its worker builds the"
                + " index.");
      }
    }
    var postgres =
        settings
            .external()
            .postgres()
            .or(() -> new RunState(settings.data()).read())
            .orElseThrow(
                () ->
                    new CannotStartException(
                        "Gazetteer is still starting: try again when it is ready."));
    return new AdminTool(Gazetteer.home(), settings).reindex(postgres);
  }
}
