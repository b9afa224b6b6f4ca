package io.gazetteer.api.sources.connectioncheck;

import io.gazetteer.api.failure.DomainException;

/** A stored password, or other secret, cannot be decrypted with the keys that there are. */
public final class SecretUnreadableException extends DomainException {
  public SecretUnreadableException() {
    super("The stored password cannot be decrypted; send it again");
  }
}
