package io.gazetteer.api.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;

/** Issues access tokens: JWTs, signed with ES256, for 15 minutes. Thread safe. */
final class AccessTokens {
  static final String ISSUER = "gazetteer";
  static final String AUDIENCE = "gazetteer-api";
  static final String USERNAME = "username";
  static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
  static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;
  static final Duration LIFETIME = Duration.ofMinutes(15);

  private final JWSHeader header;
  private final JWSSigner signer;
  private final Clock clock;

  AccessTokens(ECKey key, Clock clock) throws JOSEException {
    this.header = new JWSHeader.Builder(ALGORITHM).type(TYPE).keyID(key.getKeyID()).build();
    this.signer = new ECDSASigner(key);
    this.clock = clock;
  }

  String issue(Users.User user) {
    var now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(AUDIENCE)
            .subject(user.id().toString())
            .claim(USERNAME, user.username())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .jwtID(UUID.randomUUID().toString())
            .build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("The access token cannot be signed", e);
    }
    return token.serialize();
  }
}
