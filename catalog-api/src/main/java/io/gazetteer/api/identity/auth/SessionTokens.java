package io.gazetteer.api.identity.auth;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.sessions.LiveSessions;
import java.util.Optional;
import java.util.UUID;

/** Accepts our own access tokens: signed by us, in time, and of a session that lives. */
final class SessionTokens implements TokenReader {
  private final VerifiedTokens verified;
  private final LiveSessions sessions;

  SessionTokens(VerifiedTokens verified, LiveSessions sessions) {
    this.verified = verified;
    this.sessions = sessions;
  }

  @Override
  public Optional<Caller> read(String token) {
    return verified
        .verify(token)
        .map(jwt -> UUID.fromString(jwt.getClaimAsString(AccessTokens.SESSION)))
        .flatMap(sessions::find);
  }
}
