package io.gazetteer.api.identity.users;

import io.gazetteer.api.failure.DomainException;
import java.time.Duration;
import java.util.Optional;

/**
 * Too many passwords wait to be hashed, which costs more than anything else that anyone may ask.
 */
public final class HashingBusyException extends DomainException {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  HashingBusyException() {
    super("Too many people log in at the moment; try again");
  }

  @Override
  public Optional<Duration> tryAgainAfter() {
    return Optional.of(PAUSE);
  }
}
