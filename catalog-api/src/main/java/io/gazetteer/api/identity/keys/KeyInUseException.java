package io.gazetteer.api.identity.keys;

import io.gazetteer.api.failure.DomainException;

/** An encryption key cannot be dropped, since something needs it. */
public final class KeyInUseException extends DomainException {
  KeyInUseException(String message) {
    super(message);
  }
}
