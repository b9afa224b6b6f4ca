package io.gazetteer.servers.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A program that starts another one, says its pid, and waits to be killed. */
final class SleepLauncher {
  private SleepLauncher() {}

  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    var child =
        ChildProcess.start(
            new ProcessSpec(
                "sleeper",
                List.of("sleep", "300"),
                Map.of(),
                folder,
                folder.resolveSibling("sleeper.log"),
                folder,
                "TERM",
                Duration.ofSeconds(1)));
    System.out.println(child.handle().pid());
    Thread.currentThread().join();
  }
}
