package io.gazetteer.servers.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

final class Processes {
  private static final Duration KILL_WAIT = Duration.ofSeconds(5);

  private Processes() {}

  /** Sends the signal, waits, then kills the process and all it started. */
  static void end(ProcessHandle process, String signal, Duration grace) {
    var tree = Stream.concat(Stream.of(process), process.descendants()).toList();
    signal(process, signal);
    if (!await(process, grace)) {
      process.destroyForcibly();
    }
    for (ProcessHandle member : tree) {
      if (member.isAlive() && !await(member, Duration.ofSeconds(1))) {
        member.destroyForcibly();
      }
      await(member, KILL_WAIT);
    }
  }

  private static void signal(ProcessHandle process, String signal) {
    if (signal.equals("TERM") || !process.isAlive()) {
      process.destroy();
      return;
    }
    try {
      CleanEnvironment.program(List.of("kill", "-" + signal, Long.toString(process.pid())))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
    }
  }

  private static boolean await(ProcessHandle process, Duration time) {
    try {
      process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
