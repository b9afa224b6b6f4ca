package io.gazetteer.api.identity.oidc;

import io.gazetteer.api.failure.DomainException;

/** Thrown when a login at the issuer does not let someone in here. */
public final class OidcRefusedException extends DomainException {
  OidcRefusedException(String message) {
    super(message);
  }
}
