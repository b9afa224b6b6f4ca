package io.gazetteer.api.identity.auth.accesstokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.KeySourceException;
import io.gazetteer.api.identity.sessions.OpaqueToken;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Verifies each JWT once: a signature costs more than the rest of a small request. What is
 * remembered is a hash, so that no token can be read from this process's memory. Thread safe.
 */
public final class VerifiedTokens {
  /** Clocks of several processes differ a little. */
  public static final Duration SKEW = Duration.ofSeconds(10);

  private static final Logger log = LoggerFactory.getLogger(VerifiedTokens.class);
  private static final int MOST = 10_000;
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final JwtDecoder decoder;
  private final Clock clock;
  private final Cache<ByteBuffer, Jwt> verified =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

  public VerifiedTokens(JwtDecoder decoder, Clock clock) {
    this.decoder = decoder;
    this.clock = clock;
  }

  /**
   * Returns the token's claims; empty when it is forged, expired, or not for us.
   *
   * @throws DataAccessResourceFailureException when the keys that could tell are away
   */
  public Optional<Jwt> verify(String token) {
    var hash = ByteBuffer.wrap(OpaqueToken.hash(token));
    var known = verified.getIfPresent(hash);
    if (known != null) {
      return Optional.of(known).filter(this::isInTime);
    }
    try {
      var jwt = decoder.decode(token);
      verified.put(hash, jwt);
      return Optional.of(jwt);
    } catch (BadJwtException e) {
      return Optional.empty();
    } catch (JwtException e) {
      if (e.getCause() instanceof KeySourceException) {
        throw new DataAccessResourceFailureException("The keys for tokens are away", e);
      }
      log.warn("A token cannot be verified: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private boolean isInTime(Jwt jwt) {
    var end = jwt.getExpiresAt();
    return end != null && end.plus(SKEW).isAfter(clock.instant());
  }
}
