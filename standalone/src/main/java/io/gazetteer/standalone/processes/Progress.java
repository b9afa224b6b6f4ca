package io.gazetteer.standalone.processes;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Prints for the person at the terminal one line a step, with the seconds since the start, and
 * every ten seconds what it still waits for. Thread safe.
 */
public final class Progress {
  private static final long SECONDS_BETWEEN_SIGNS = 10;

  private final PrintStream terminal;
  private final Instant begin = Instant.now();
  private final Set<String> awaited = new LinkedHashSet<>();

  public Progress(PrintStream terminal) {
    this.terminal = terminal;
    var signs =
        Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("progress").unstarted(work));
    var ignored =
        signs.scheduleWithFixedDelay(
            this::sayAwaited, SECONDS_BETWEEN_SIGNS, SECONDS_BETWEEN_SIGNS, TimeUnit.SECONDS);
  }

  public void say(String line) {
    var seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    terminal.printf("%6.1f s  %s%n", seconds, line);
    terminal.flush();
  }

  /** Remembers that something is waited for, until {@link #isReady}. */
  void awaits(String what) {
    synchronized (awaited) {
      awaited.add(what);
    }
  }

  /** Says that what was waited for is ready. */
  void isReady(String what) {
    synchronized (awaited) {
      awaited.remove(what);
    }
    say(what + " is ready");
  }

  private void sayAwaited() {
    var now = "";
    synchronized (awaited) {
      now = String.join(", ", awaited);
    }
    if (!now.isEmpty()) {
      say("Waiting for " + now);
    }
  }
}
