package io.gazetteer.standalone.processes;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** Prints for the person at the terminal one line a step, with the seconds since the start. */
public final class Progress {
  private final PrintStream terminal;
  private final Instant begin = Instant.now();

  public Progress(PrintStream terminal) {
    this.terminal = terminal;
  }

  public void say(String line) {
    var seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    terminal.printf("%6.1f s  %s%n", seconds, line);
    terminal.flush();
  }
}
