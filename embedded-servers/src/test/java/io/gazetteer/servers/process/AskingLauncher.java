package io.gazetteer.servers.process;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A program that starts a child, asks it to stop by a signal, and says the child's last word. */
final class AskingLauncher {
  private AskingLauncher() {}

  public static void main(String[] arguments) {
    var folder = Path.of(arguments[0]);
    var signal = arguments[1];
    var script =
        "trap 'echo asked; exit 0' " + signal + "; echo ready; while true; do sleep 0.05; done";
    var child =
        ChildProcess.start(
            new ProcessSpec(
                "child",
                List.of("sh", "-c", script),
                Map.of(),
                folder,
                folder.resolve("child.log"),
                folder.resolve("run"),
                signal,
                Duration.ofSeconds(5)));
    await().until(() -> child.logTail().endsWith("ready"));
    child.stop();
    System.out.println(child.logTail().lines().toList().getLast());
  }
}
