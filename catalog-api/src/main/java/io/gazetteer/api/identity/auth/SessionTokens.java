package io.gazetteer.api.identity.auth;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.sessions.LiveSessions;
import io.gazetteer.api.identity.sessions.RefusedSessions;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Accepts our own access tokens: signed by us, in time, and of a session that lives. */
final class SessionTokens implements TokenReader {
  private final VerifiedTokens verified;
  private final LiveSessions sessions;
  private final RefusedSessions refused;

  SessionTokens(VerifiedTokens verified, LiveSessions sessions, RefusedSessions refused) {
    this.verified = verified;
    this.sessions = sessions;
    this.refused = refused;
  }

  @Override
  public Optional<Caller> read(String token, @Nullable String address) {
    return verified.verify(token).flatMap(jwt -> caller(jwt, address));
  }

  private Optional<Caller> caller(Jwt jwt, @Nullable String address) {
    var session = UUID.fromString(jwt.getClaimAsString(AccessTokens.SESSION));
    var caller = sessions.find(session);
    if (caller.isEmpty()) {
      refused.refused(
          session, String.valueOf(jwt.getClaimAsString(AccessTokens.USERNAME)), address);
    }
    return caller;
  }
}
