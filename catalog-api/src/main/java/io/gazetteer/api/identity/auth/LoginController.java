package io.gazetteer.api.identity.auth;

import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.auth.accesstokens.AccessTokens;
import io.gazetteer.api.identity.auth.issuer.ExternalIssuer;
import io.gazetteer.api.identity.sessions.Session;
import io.gazetteer.api.identity.sessions.Sessions;
import io.gazetteer.api.web.input.JsonFields;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.api.web.problems.ProblemCode;
import io.gazetteer.api.web.transfer.KnownConnections;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Starts, continues and ends sessions. */
@RestController
final class LoginController {
  static final String PATH = "/api/auth/login";
  private static final String REFRESH_TOKEN = "refresh_token";

  private final PasswordLogin login;
  private final Sessions sessions;
  private final AccessTokens tokens;
  private final ExternalIssuer issuer;
  private final KnownConnections connections;
  private final Clock clock;

  LoginController(
      PasswordLogin login,
      Sessions sessions,
      AccessTokens tokens,
      ExternalIssuer issuer,
      KnownConnections connections,
      Clock clock) {
    this.login = login;
    this.sessions = sessions;
    this.tokens = tokens;
    this.issuer = issuer;
    this.connections = connections;
    this.clock = clock;
  }

  /**
   * @param expiresIn seconds until the access token expires
   * @param refreshExpiresIn seconds until the refresh token does
   */
  record Tokens(
      String accessToken,
      String tokenType,
      long expiresIn,
      String refreshToken,
      long refreshExpiresIn) {}

  @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Tokens> logIn(JsonFields fields, HttpServletRequest request) {
    var username = fields.text("username");
    var password = fields.text("password");
    fields.refuseOthers(Set.of("username", "password"));
    fields.check();
    if (issuer.isTrusted()) {
      throw new Problem(ProblemCode.FORBIDDEN, "Log in at " + issuer.issuer());
    }
    return answer(
        login.logIn(
            Objects.requireNonNull(username), Objects.requireNonNull(password), Callers.address()),
        request);
  }

  @PostMapping(path = "/api/auth/refresh", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Tokens> refresh(JsonFields fields, HttpServletRequest request) {
    var arrivedAt = clock.instant();
    return answer(
        sessions
            .refresh(refreshToken(fields), arrivedAt, Callers.address())
            .orElseThrow(
                () -> new Problem(ProblemCode.UNAUTHORIZED, "Log in again: the session is over")),
        request);
  }

  /**
   * Ends a session, which it knows by its refresh token alone: the access token may have expired.
   */
  @PostMapping(path = "/api/auth/logout", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logOut(JsonFields fields) {
    sessions.logOut(refreshToken(fields), Callers.address());
  }

  private static String refreshToken(JsonFields fields) {
    var token = fields.text(REFRESH_TOKEN);
    fields.refuseOthers(Set.of(REFRESH_TOKEN));
    fields.check();
    return Objects.requireNonNull(token);
  }

  private ResponseEntity<Tokens> answer(Session session, HttpServletRequest request) {
    connections.remember(request);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new Tokens(
                tokens.issue(session),
                "Bearer",
                AccessTokens.LIFETIME.toSeconds(),
                session.refreshToken(),
                Sessions.LIFETIME.toSeconds()));
  }
}
