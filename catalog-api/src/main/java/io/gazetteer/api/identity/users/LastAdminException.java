package io.gazetteer.api.identity.users;

import io.gazetteer.api.failure.DomainException;

/** The change would leave nobody who can administer. */
public final class LastAdminException extends DomainException {
  LastAdminException() {
    super("This is the last administrator: make another one first");
  }
}
