package io.gazetteer.servers;

import io.gazetteer.servers.process.ChildProcess;
import io.gazetteer.servers.process.StartLimit;
import java.util.concurrent.Callable;

/** Waits until a child process answers. */
public final class Startup {
  private static final long PAUSE_MILLIS = 50;

  private Startup() {}

  /**
   * Waits until the probe returns true; a probe that throws counts as "not yet".
   *
   * @throws ServerStartException when the process ends first or does nothing any more; the process
   *     is stopped then
   */
  public static void await(ChildProcess process, Callable<Boolean> probe) {
    var limit = StartLimit.of(process.handle());
    while (!answers(probe)) {
      if (!process.isAlive()) {
        throw failed(process, "ended while it was starting");
      }
      if (limit.isOver()) {
        throw failed(process, StartLimit.reason());
      }
      pause(process);
    }
    // Who answered may be another server that took the port in the meantime.
    if (!process.isAlive()) {
      throw failed(process, "ended while it was starting");
    }
  }

  /** Waits until the process has ended by itself and with success. */
  static void awaitSuccess(ChildProcess process) {
    try (process) {
      var limit = StartLimit.of(process.handle());
      while (process.isAlive()) {
        if (limit.isOver()) {
          throw failed(process, StartLimit.reason());
        }
        pause(process);
      }
      int code = process.exitCode().join();
      if (code != 0) {
        throw failed(process, "failed with exit code " + code);
      }
    }
  }

  public static void checkPort(String server, int port) {
    if (!FreePorts.isFree(port)) {
      throw new ServerStartException(
          "%s cannot start: port %d is in use; end what listens there or choose another port"
              .formatted(server, port));
    }
  }

  private static boolean answers(Callable<Boolean> probe) {
    try {
      return probe.call();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (Exception e) {
      return false;
    }
  }

  private static void pause(ChildProcess process) {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(process, "was interrupted while it was starting");
    }
  }

  private static ServerStartException failed(ChildProcess process, String what) {
    var tail = process.logTail();
    process.stop();
    return new ServerStartException(
        tail.isEmpty()
            ? "%s %s. Its log is empty.".formatted(process.name(), what)
            : "%s %s. The end of its log:%n%s".formatted(process.name(), what, tail));
  }
}
