package io.gazetteer.api.idempotency;

import io.gazetteer.api.failure.DomainException;

/** The key came with another request before. */
public final class KeyReusedException extends DomainException {
  KeyReusedException() {
    super("Another request was sent with this key before");
  }
}
