package io.gazetteer.api.identity.tokens;

import io.gazetteer.api.failure.DomainException;

/** Whoever wants a token has been logged out meanwhile. */
public final class SessionOverException extends DomainException {
  SessionOverException() {
    super("Log in again: the session is over");
  }
}
