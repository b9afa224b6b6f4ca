package io.gazetteer.api.identity.auth.issuer;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.auth.accesstokens.TokenReader;
import io.gazetteer.api.identity.auth.accesstokens.VerifiedTokens;
import java.time.Clock;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Accepts access tokens of the {@link ExternalIssuer}; they are good until they expire. */
public final class ExternalTokens implements TokenReader {
  /** Asymmetric ones only: a public key must never be taken for a secret. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Stream.of(SignatureAlgorithm.values())
          .map(algorithm -> JWSAlgorithm.parse(algorithm.getName()))
          .collect(Collectors.toUnmodifiableSet());

  private final IssuerClaims claims;
  private final VerifiedTokens verified;

  public ExternalTokens(ExternalIssuer issuer, Clock clock) {
    this.claims = new IssuerClaims(issuer);
    this.verified = new VerifiedTokens(decoder(issuer, clock), clock);
  }

  @Override
  public Optional<Caller> read(String token, @Nullable String address) {
    return verified.verify(token).flatMap(this::caller);
  }

  private Optional<Caller> caller(Jwt jwt) {
    return claims.caller(jwt.getClaims(), jwt.getSubject());
  }

  private static JwtDecoder decoder(ExternalIssuer issuer, Clock clock) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSTypeVerifier(AccessTokensOnly.types(issuer));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(ALGORITHMS, new IssuerKeys(issuer, clock)));
    // The claims are checked by the validators below.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    var decoder = new NimbusJwtDecoder(processor);
    var times = new JwtTimestampValidator(VerifiedTokens.SKEW);
    times.setClock(clock);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            times,
            new AccessTokensOnly(issuer),
            new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull),
            new JwtClaimValidator<>(JwtClaimNames.SUB, Objects::nonNull),
            new JwtIssuerValidator(issuer.issuer()),
            new JwtClaimValidator<Collection<String>>(
                JwtClaimNames.AUD,
                audience -> audience != null && audience.contains(issuer.audience()))));
    return decoder;
  }
}
