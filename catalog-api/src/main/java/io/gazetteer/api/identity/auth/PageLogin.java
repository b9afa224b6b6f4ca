package io.gazetteer.api.identity.auth;

import io.gazetteer.api.identity.auth.issuer.ExternalIssuer;
import io.gazetteer.api.identity.sessions.PageSessions;
import io.gazetteer.api.identity.users.FirstPassword;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets people in who use a browser. */
@Component
public final class PageLogin {
  private final PasswordCheck check;
  private final PageSessions sessions;
  private final FirstPassword first;
  private final ExternalIssuer issuer;

  PageLogin(
      PasswordCheck check, PageSessions sessions, FirstPassword first, ExternalIssuer issuer) {
    this.check = check;
    this.sessions = sessions;
    this.first = first;
    this.issuer = issuer;
  }

  /** Returns the issuer that logs people in instead of us, if there is one. */
  public Optional<String> issuer() {
    return issuer.isTrusted() ? Optional.of(issuer.issuer()) : Optional.empty();
  }

  /**
   * Starts a session; returns the token of its cookie.
   *
   * @param address that the request comes from
   * @param agent what the browser calls itself; null when it does not say
   * @throws WrongPasswordException and what else {@link PasswordCheck#find} throws
   */
  public String logIn(
      String username, String password, @Nullable String address, @Nullable String agent) {
    var user = check.find(username, password, address);
    return sessions.open(user.id(), user.username(), agent);
  }

  /**
   * Uses a one-time link: its user gets this password, and a session.
   *
   * @return the token of the cookie; empty when the link is good no more
   */
  public Optional<String> begin(String code, String password, @Nullable String agent) {
    return first
        .choose(code, password)
        .map(user -> sessions.open(user.id(), user.username(), agent));
  }
}
