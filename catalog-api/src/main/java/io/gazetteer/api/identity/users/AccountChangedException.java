package io.gazetteer.api.identity.users;

import io.gazetteer.api.failure.DomainException;

/** What the caller wants was allowed when the request came, and is not any more. */
public final class AccountChangedException extends DomainException {
  public AccountChangedException() {
    super("Your account has changed meanwhile: log in again");
  }
}
