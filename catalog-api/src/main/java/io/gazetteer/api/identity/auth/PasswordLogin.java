package io.gazetteer.api.identity.auth;

import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.api.identity.sessions.Session;
import io.gazetteer.api.identity.sessions.Sessions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets programs and their users in, with tokens. */
@Component
final class PasswordLogin {
  private final PasswordCheck check;
  private final Sessions sessions;
  private final Audit audit;

  PasswordLogin(PasswordCheck check, Sessions sessions, Audit audit) {
    this.check = check;
    this.sessions = sessions;
    this.audit = audit;
  }

  /**
   * Starts a session.
   *
   * @param address that the request comes from
   * @throws WrongPasswordException and what else {@link PasswordCheck#find} throws
   */
  Session logIn(String username, String password, @Nullable String address) {
    var user = check.find(username, password, address);
    var session = sessions.open(user.id(), user.username());
    audit.record(
        new Audit.Actor(user.id(), user.username(), "session"),
        "logged_in",
        session.id(),
        Map.of());
    return session;
  }
}
