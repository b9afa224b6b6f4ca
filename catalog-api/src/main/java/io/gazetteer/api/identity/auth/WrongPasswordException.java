package io.gazetteer.api.identity.auth;

import io.gazetteer.api.failure.DomainException;

/** The user name or the password of a login is wrong; which of them is not said. */
public final class WrongPasswordException extends DomainException {
  WrongPasswordException() {
    super("The user name or the password is wrong");
  }
}
