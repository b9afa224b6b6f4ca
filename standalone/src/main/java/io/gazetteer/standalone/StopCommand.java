package io.gazetteer.standalone;

import io.gazetteer.standalone.checks.InstanceLock;
import io.gazetteer.standalone.settings.CannotStartException;
import io.gazetteer.standalone.settings.Settings;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/** Stops what {@code start} has started with the data folder, and waits until it has stopped. */
@Command(name = "stop")
final class StopCommand implements Callable<Integer> {
  private static final int SECONDS = 60;

  @Override
  public Integer call() throws IOException {
    var settings = Settings.read(System.getenv(), Gazetteer.home());
    var running =
        InstanceLock.holder(settings.data())
            .orElseThrow(
                () ->
                    new CannotStartException(
                        "Gazetteer does not run with the data folder "
                            + settings.data().root()
                            + "."));
    running.destroy();
    try {
      running.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
    } catch (RuntimeException e) {
      throw new CannotStartException(
          "Gazetteer still stops after " + SECONDS + " s: its terminal says why.", e);
    }
    System.out.println("Stopped");
    return 0;
  }
}
