package io.gazetteer.worker.lease;

import java.time.Duration;

/**
 * Says how often a kind of work is tried before it is given up.
 *
 * @param attempts attempts at most
 * @param lastingAttempts attempts at most when a failure will hardly go away by itself
 * @param firstPause pause before the second attempt; it doubles with each further one, up to a
 *     minute
 */
public record RetryPolicy(int attempts, int lastingAttempts, Duration firstPause) {
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** Returns a policy that never gives up. */
  public static RetryPolicy endless(Duration firstPause) {
    return new RetryPolicy(Integer.MAX_VALUE, Integer.MAX_VALUE, firstPause);
  }

  boolean triesAgainAfter(int tries, boolean isTransient) {
    return tries < (isTransient ? attempts : lastingAttempts);
  }

  Duration pauseAfter(int tries) {
    var pause = firstPause.multipliedBy(1L << Math.min(tries - 1, 16));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
