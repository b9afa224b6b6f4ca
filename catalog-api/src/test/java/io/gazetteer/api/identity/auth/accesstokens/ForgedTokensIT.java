package io.gazetteer.api.identity.auth.accesstokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.gazetteer.api.testing.TestApi;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each forgery is a good token but for one thing. */
class ForgedTokensIT {
  private static final int TOKENS = 500;
  private static final Random RANDOM = new Random(20);

  private final TestApi api = TestApi.shared();
  private final ECKey key = api.bean(SigningKeys.class).current().newest();
  private final JWTClaimsSet right = claimsOf(api.token());

  @Test
  void takesTheTokenThatTheForgeriesAreMadeFrom() throws Exception {
    assertThat(statusWith(signed(claims().build()))).isEqualTo(200);
  }

  @Test
  void refusesForgedTokens() throws Exception {
    var forged = new ArrayList<>(handMade());
    var good = signed(claims().build());
    while (forged.size() < TOKENS) {
      forged.add(tampered(good));
    }

    for (String token : forged) {
      assertThat(statusWith(token)).as("%s", token).isEqualTo(401);
    }
  }

  private List<String> handMade() throws Exception {
    var other = new ECKeyGenerator(Curve.P_256).keyID(key.getKeyID()).generate();
    var unknown = new ECKeyGenerator(Curve.P_256).keyID("unknown").generate();
    var past = Date.from(Instant.now().minusSeconds(30));
    var future = Date.from(Instant.now().plusSeconds(300));
    var good = claims().build();
    var forged = new ArrayList<String>();
    forged.addAll(List.of("abc.def.ghi", "a", "..", "eyJhbGciOiJub25lIn0.e30.", "null"));
    forged.add(new PlainJWT(good).serialize());
    forged.add(new PlainJWT(good).serialize().replaceFirst("\\.$", ".AAAA"));
    forged.add(sign(new ECDSASigner(other), JWSAlgorithm.ES256, "at+jwt", good));
    forged.add(sign(new ECDSASigner(unknown), JWSAlgorithm.ES256, "at+jwt", good));
    forged.add(signedAs("JWT", good));
    forged.add(signedAs("at+JWT+x", good));
    for (byte[] secret : publicKeyForms()) {
      forged.add(sign(new MACSigner(secret), JWSAlgorithm.HS256, "at+jwt", good));
    }
    forged.add(signed(claims().issuer("other").build()));
    forged.add(signed(claims().issuer(null).build()));
    forged.add(signed(claims().audience("other").build()));
    forged.add(signed(claims().audience((String) null).build()));
    forged.add(signed(claims().expirationTime(null).build()));
    forged.add(signed(claims().expirationTime(past).build()));
    forged.add(signed(claims().notBeforeTime(future).build()));
    forged.add(signed(claims().subject(null).build()));
    forged.add(signed(claims().claim("sid", null).build()));
    forged.add(signed(claims().claim("sid", UUID.randomUUID().toString()).build()));
    return forged;
  }

  /** What a verifier that confuses public keys with secrets might take for one. */
  private List<byte[]> publicKeyForms() throws JOSEException {
    byte[] encoded = key.toECPublicKey().getEncoded();
    var pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
            + "\n-----END PUBLIC KEY-----\n";
    return List.of(
        encoded,
        pem.getBytes(StandardCharsets.UTF_8),
        key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8));
  }

  /** One character is another one; the last of a part may hold bits that mean nothing. */
  private static String tampered(String token) {
    var chars = new StringBuilder(token);
    int at;
    do {
      at = RANDOM.nextInt(token.length() - 1);
    } while (token.charAt(at) == '.' || token.charAt(at + 1) == '.');
    char old = token.charAt(at);
    char next;
    do {
      next =
          "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"
              .charAt(RANDOM.nextInt(64));
    } while (next == old);
    chars.setCharAt(at, next);
    return chars.toString();
  }

  private JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder(right)
        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
        .jwtID(UUID.randomUUID().toString());
  }

  private static JWTClaimsSet claimsOf(String token) {
    try {
      return SignedJWT.parse(token).getJWTClaimsSet();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private String signed(JWTClaimsSet claims) throws JOSEException {
    return signedAs("at+jwt", claims);
  }

  private String signedAs(String type, JWTClaimsSet claims) throws JOSEException {
    return sign(new ECDSASigner(key), JWSAlgorithm.ES256, type, claims);
  }

  private String sign(JWSSigner signer, JWSAlgorithm algorithm, String type, JWTClaimsSet claims)
      throws JOSEException {
    var header =
        new JWSHeader.Builder(algorithm)
            .keyID(key.getKeyID())
            .type(new JOSEObjectType(type))
            .build();
    var token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }

  private int statusWith(String token) {
    return api.send("GET", "/api/auth/me", null, Map.of("Authorization", "Bearer " + token))
        .status();
  }
}
