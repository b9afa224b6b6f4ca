package io.gazetteer.api.auth;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Accepts what {@link AccessTokens} issues, and nothing else: one algorithm, one type. */
final class AccessTokenVerifier {
  /** Clocks of several processes differ a little. */
  private static final Duration SKEW = Duration.ofSeconds(10);

  private AccessTokenVerifier() {}

  static JwtDecoder of(JWKSet publicKeys, Clock clock) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(AccessTokens.TYPE));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            AccessTokens.ALGORITHM, new ImmutableJWKSet<>(publicKeys)));
    // The claims are checked by the validators below.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    var decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(validator(clock));
    return decoder;
  }

  private static OAuth2TokenValidator<Jwt> validator(Clock clock) {
    var times = new JwtTimestampValidator(SKEW);
    times.setClock(clock);
    return new DelegatingOAuth2TokenValidator<>(
        times,
        new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull),
        new JwtClaimValidator<>(JwtClaimNames.SUB, Objects::nonNull),
        new JwtIssuerValidator(AccessTokens.ISSUER),
        new JwtClaimValidator<Collection<String>>(
            JwtClaimNames.AUD,
            audience -> audience != null && audience.contains(AccessTokens.AUDIENCE)));
  }
}
