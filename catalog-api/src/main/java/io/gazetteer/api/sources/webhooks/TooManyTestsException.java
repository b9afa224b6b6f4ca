package io.gazetteer.api.sources.webhooks;

import io.gazetteer.api.failure.DomainException;
import java.time.Duration;
import java.util.Optional;

/** Too many webhooks are being tested, by this caller or by all. */
public final class TooManyTestsException extends DomainException {
  private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

  TooManyTestsException() {
    super("Too many webhooks are being tested; try again");
  }

  @Override
  public Optional<Duration> tryAgainAfter() {
    return Optional.of(TRY_AGAIN);
  }
}
