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

  /** Places are free again after each batch: who waits longer finds them taken by who came last. */
  private static final Duration LONGEST_PAUSE_FOR_PLACE = Duration.ofSeconds(4);

  /** Returns a policy that never gives up. */
  public static RetryPolicy endless(Duration firstPause) {
    return new RetryPolicy(Integer.MAX_VALUE, Integer.MAX_VALUE, firstPause);
  }

  boolean triesAgainAfter(int tries, boolean isTransient) {
    return tries < (isTransient ? attempts : lastingAttempts);
  }

  Duration pauseAfter(int tries) {
    var pause = firstPause.multipliedBy(1L << Math.min(tries - 1, 16));
    return shorter(pause, LONGEST_PAUSE);
  }

  /** Returns the pause of who found all of our own places at a server taken. */
  Duration pauseForPlace(int tries) {
    return shorter(pauseAfter(tries), LONGEST_PAUSE_FOR_PLACE);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
