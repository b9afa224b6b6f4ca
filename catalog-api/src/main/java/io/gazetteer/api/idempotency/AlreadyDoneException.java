package io.gazetteer.api.idempotency;

import io.gazetteer.api.failure.DomainException;

/** The first request with the same key is done, and its answer cannot be given again. */
public final class AlreadyDoneException extends DomainException {
  AlreadyDoneException() {
    super("What the first request with this key asked for is done; its answer is not kept");
  }
}
