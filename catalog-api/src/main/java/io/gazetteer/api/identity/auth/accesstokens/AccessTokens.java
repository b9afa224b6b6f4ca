package io.gazetteer.api.identity.auth.accesstokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.gazetteer.api.identity.sessions.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;

/** Issues access tokens: JWTs, signed with ES256, for 15 minutes. Thread safe. */
public final class AccessTokens {
  static final String ISSUER = "gazetteer";
  static final String AUDIENCE = "gazetteer-api";
  static final String USERNAME = "username";

  /** The session a token is of; when that ends, the token is worth nothing. */
  static final String SESSION = "sid";

  static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
  static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;
  public static final Duration LIFETIME = Duration.ofMinutes(15);

  private final SigningKeys keys;
  private final Clock clock;

  AccessTokens(SigningKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** Makes a token of this session. */
  public String issue(Session session) {
    return issue(session.id(), session.userId(), session.username());
  }

  String issue(UUID sessionId, UUID userId, String username) {
    var key = keys.current().newest();
    var now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(AUDIENCE)
            .subject(userId.toString())
            .claim(SESSION, sessionId.toString())
            .claim(USERNAME, username)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .jwtID(UUID.randomUUID().toString())
            .build();
    var header = new JWSHeader.Builder(ALGORITHM).type(TYPE).keyID(key.getKeyID()).build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("The access token cannot be signed", e);
    }
    return token.serialize();
  }
}
