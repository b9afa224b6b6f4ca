package io.gazetteer.api.sources.connectioncheck;

import io.gazetteer.api.failure.DomainException;

/** The stored password of a data source cannot be decrypted with the keys that there are. */
public final class SecretUnreadableException extends DomainException {
  SecretUnreadableException() {
    super("The stored password cannot be decrypted; send it again");
  }
}
