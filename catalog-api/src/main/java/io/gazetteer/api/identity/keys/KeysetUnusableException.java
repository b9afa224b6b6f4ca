package io.gazetteer.api.identity.keys;

import io.gazetteer.api.failure.DomainException;

/** The keyset cannot be read, does not fit the catalog, or cannot be written. */
public final class KeysetUnusableException extends DomainException {
  KeysetUnusableException(String message) {
    super(message);
  }
}
