package io.gazetteer.api.search;

import io.gazetteer.api.failure.DomainException;
import java.time.Duration;
import java.util.Optional;

/** A search took longer than the index may take for one, so that hits may be missing. */
public final class SearchTimeoutException extends DomainException {
  private final Duration pause;

  SearchTimeoutException(Duration pause) {
    super("The search took too long; try again");
    this.pause = pause;
  }

  @Override
  public Optional<Duration> tryAgainAfter() {
    return Optional.of(pause);
  }
}
