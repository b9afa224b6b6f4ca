package io.gazetteer.api.identity.auth.accesstokens;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.sessions.PageSessions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives pages of ours that call the API an access token of the session that they are looked at in.
 * It ends with the session. Thread safe.
 */
@Component
public final class PageTokens {
  private final AccessTokens tokens;
  private final PageSessions sessions;

  PageTokens(AccessTokens tokens, PageSessions sessions) {
    this.tokens = tokens;
    this.sessions = sessions;
  }

  /**
   * Returns a token; empty for people of an external issuer, whose tokens are not ours to make.
   *
   * @param cookie of the session
   * @param address that the request comes from
   */
  public Optional<String> issue(Caller caller, String cookie, @Nullable String address) {
    var user = caller.userId();
    return user == null
        ? Optional.empty()
        : sessions
            .sessionOf(cookie, address)
            .map(session -> tokens.issue(session, user, caller.name()));
  }
}
