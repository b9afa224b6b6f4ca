package io.gazetteer.api.identity.auth.accesstokens;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
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
  private AccessTokenVerifier() {}

  static JwtDecoder of(SigningKeys keys, Clock clock) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(AccessTokens.TYPE));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            AccessTokens.ALGORITHM, (selector, context) -> select(selector, keys)));
    // The claims are checked by the validators below.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    var decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(validator(clock));
    return decoder;
  }

  private static List<JWK> select(JWKSelector selector, SigningKeys keys) {
    var found = selector.select(keys.known().publicSet());
    return found.isEmpty() ? selector.select(keys.lookAgain().publicSet()) : found;
  }

  private static OAuth2TokenValidator<Jwt> validator(Clock clock) {
    var times = new JwtTimestampValidator(VerifiedTokens.SKEW);
    times.setClock(clock);
    return new DelegatingOAuth2TokenValidator<>(
        times,
        new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull),
        new JwtClaimValidator<>(JwtClaimNames.SUB, Objects::nonNull),
        new JwtClaimValidator<>(AccessTokens.SESSION, Objects::nonNull),
        new JwtIssuerValidator(AccessTokens.ISSUER),
        new JwtClaimValidator<Collection<String>>(
            JwtClaimNames.AUD,
            audience -> audience != null && audience.contains(AccessTokens.AUDIENCE)));
  }
}
