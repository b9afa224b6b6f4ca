package io.gazetteer.api.identity.sessions;

import io.gazetteer.api.failure.DomainException;
import java.time.Duration;
import java.util.Optional;

/** Too many tokens that nobody has came from this network, and this one is none that is known. */
public final class TooManyUnknownTokensException extends DomainException {
  private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

  TooManyUnknownTokensException() {
    super("Too many unknown tokens came from here; try again later");
  }

  @Override
  public Optional<Duration> tryAgainAfter() {
    return Optional.of(TRY_AGAIN);
  }
}
