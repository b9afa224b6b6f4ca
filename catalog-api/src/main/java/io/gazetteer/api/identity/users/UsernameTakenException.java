package io.gazetteer.api.identity.users;

import io.gazetteer.api.failure.DomainException;

/** Another user has the name that a new one shall have. */
public final class UsernameTakenException extends DomainException {
  UsernameTakenException() {
    super("Another user has this name");
  }
}
