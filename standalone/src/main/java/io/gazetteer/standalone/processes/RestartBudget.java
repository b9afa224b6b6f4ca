package io.gazetteer.standalone.processes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Counts restarts of a process, until more of them would be no cure. Not thread safe. */
final class RestartBudget {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final int limit;
  private final Duration window;
  private final InstantSource clock;
  private final Deque<Instant> spent = new ArrayDeque<>();

  /**
   * Makes a whole budget, of which nothing is spent.
   *
   * @param limit restarts within any window of time
   */
  RestartBudget(int limit, Duration window, InstantSource clock) {
    this.limit = limit;
    this.window = window;
    this.clock = clock;
  }

  /** Returns the pause before the next start, longer each time; empty when the budget is spent. */
  Optional<Duration> spend() {
    var now = clock.instant();
    while (!spent.isEmpty() && spent.getFirst().isBefore(now.minus(window))) {
      spent.removeFirst();
    }
    if (spent.size() >= limit) {
      return Optional.empty();
    }
    var pause = Duration.ofMillis(500L << Math.min(spent.size(), 6));
    spent.addLast(now);
    return Optional.of(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }
}
