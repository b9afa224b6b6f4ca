package io.gazetteer.api.identity.tokens;

import io.gazetteer.api.failure.DomainException;

/** A user has as many tokens as one may have. */
public final class TooManyTokensException extends DomainException {
  TooManyTokensException(int most) {
    super("You have %d tokens, as many as one may have: revoke one first".formatted(most));
  }
}
