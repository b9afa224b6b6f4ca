package io.gazetteer.api.identity.oidc;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Bounds how many ask the issuer at once, since one that is silent must not take the threads of
 * everybody. Whoever finds no place waits a moment for the next, in turn. Thread safe.
 */
final class IssuerPlaces {
  static final int AT_ONCE = 20;
  static final int MOST_WAITING = 40;
  static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final Semaphore free = new Semaphore(AT_ONCE, true);
  private final Semaphore waiting = new Semaphore(MOST_WAITING);

  /**
   * Asks the issuer when there is a place.
   *
   * @throws OidcRefusedException at once when too many wait, or when no place came
   */
  <T> T ask(Supplier<T> question) {
    if (!enter()) {
      throw new OidcRefusedException("Too many people sign in at once; try again in a moment");
    }
    try {
      return question.get();
    } finally {
      free.release();
    }
  }

  private boolean enter() {
    if (!waiting.tryAcquire()) {
      return false;
    }
    try {
      return free.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      waiting.release();
    }
  }
}
