package io.gazetteer.api.failure;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A use case refuses what it is asked for, or cannot do it now. Each feature has subclasses of its
 * own; {@code io.gazetteer.api.FailureTable} says with which code the API answers each of them.
 */
public abstract class DomainException extends RuntimeException {
  /**
   * Takes what the caller is told.
   *
   * @param message a sentence without secrets
   */
  protected DomainException(String message) {
    super(message, null, false, false);
  }

  /** Returns what the caller is told besides the sentence, by name. */
  public Map<String, Object> details() {
    return Map.of();
  }

  /** Returns how long to wait before another try; empty when the wait alone would not help. */
  public Optional<Duration> tryAgainAfter() {
    return Optional.empty();
  }
}
