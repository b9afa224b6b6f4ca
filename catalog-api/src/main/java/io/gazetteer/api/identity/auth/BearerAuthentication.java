package io.gazetteer.api.identity.auth;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.auth.accesstokens.TokenReader;
import io.gazetteer.api.identity.sessions.TooManyUnknownTokensException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.transaction.TransactionException;

/** Finds out who sends a bearer token. Thread safe. */
final class BearerAuthentication implements AuthenticationManager {
  private final TokenReader tokens;

  BearerAuthentication(TokenReader tokens) {
    this.tokens = tokens;
  }

  /** The token may be good; who could say is away. */
  static final class CannotTellException extends AuthenticationException {
    static final String SENTENCE = "The token cannot be checked now; try again";

    CannotTellException(Exception cause) {
      super("The token cannot be checked", cause);
    }
  }

  /** The token is one of too many that nobody has. */
  static final class TooManyException extends AuthenticationException {
    private final transient TooManyUnknownTokensException failure;

    TooManyException(TooManyUnknownTokensException failure) {
      super(failure.getMessage(), failure);
      this.failure = failure;
    }

    TooManyUnknownTokensException failure() {
      return failure;
    }
  }

  @Override
  public Authentication authenticate(Authentication request) {
    var token = ((BearerTokenAuthenticationToken) request).getToken();
    var address = addressIn(request.getDetails());
    return new CallerAuthentication(
        read(token, address)
            .orElseThrow(() -> new InvalidBearerTokenException("Not a valid token")),
        request.getDetails(),
        () -> tokens.read(token, address));
  }

  private static @Nullable String addressIn(@Nullable Object details) {
    return details instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : null;
  }

  private Optional<Caller> read(String token, @Nullable String address) {
    try {
      return tokens.read(token, address);
    } catch (TooManyUnknownTokensException e) {
      throw new TooManyException(e);
    } catch (DataAccessException | TransactionException e) {
      throw new CannotTellException(e);
    }
  }
}
