package io.gazetteer.api.idempotency;

import io.gazetteer.api.failure.DomainException;
import java.time.Duration;
import java.util.Optional;

/** The caller has sent more keys than are kept for one. */
public final class TooManyKeysException extends DomainException {
  private static final Duration TRY_AGAIN = Duration.ofHours(1);

  TooManyKeysException() {
    super("Too many requests of yours came with an Idempotency-Key lately");
  }

  @Override
  public Optional<Duration> tryAgainAfter() {
    return Optional.of(TRY_AGAIN);
  }
}
