package io.gazetteer.api.idempotency;

import io.gazetteer.api.failure.DomainException;
import java.time.Duration;
import java.util.Optional;

/** The first request with the same key has not ended. */
public final class RequestRunningException extends DomainException {
  private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

  RequestRunningException() {
    super("The first request with this key is under way");
  }

  @Override
  public Optional<Duration> tryAgainAfter() {
    return Optional.of(TRY_AGAIN);
  }
}
