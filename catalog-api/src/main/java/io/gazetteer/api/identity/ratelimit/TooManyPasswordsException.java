package io.gazetteer.api.identity.ratelimit;

import io.gazetteer.api.failure.DomainException;
import java.time.Duration;
import java.util.Optional;

/** Too many wrong passwords came for an account or from an address. */
public final class TooManyPasswordsException extends DomainException {
  private final Duration wait;

  TooManyPasswordsException(Duration wait) {
    super("Too many wrong passwords; try again later");
    this.wait = wait;
  }

  @Override
  public Optional<Duration> tryAgainAfter() {
    return Optional.of(wait);
  }
}
