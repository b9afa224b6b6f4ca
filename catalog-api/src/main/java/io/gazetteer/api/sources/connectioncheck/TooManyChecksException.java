package io.gazetteer.api.sources.connectioncheck;

import io.gazetteer.api.failure.DomainException;
import java.time.Duration;
import java.util.Optional;

/** Too many connections are being checked, for this caller or for all. */
public final class TooManyChecksException extends DomainException {
  private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

  TooManyChecksException() {
    super("Too many connections are being checked; try again");
  }

  @Override
  public Optional<Duration> tryAgainAfter() {
    return Optional.of(TRY_AGAIN);
  }
}
