package io.gazetteer.api.identity.auth.accesstokens;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.sessions.LiveSessions;
import io.gazetteer.api.identity.sessions.RefusedSessions;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Accepts our own access tokens: signed by us, in time, and of a session that lives. */
public final class SessionTokens implements TokenReader {
  private final VerifiedTokens verified;
  private final LiveSessions sessions;
  private final RefusedSessions refused;

  public SessionTokens(
      SigningKeys keys, LiveSessions sessions, RefusedSessions refused, Clock clock) {
    this.verified = new VerifiedTokens(AccessTokenVerifier.of(keys, clock), clock);
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
