package io.gazetteer.api.identity.auth.issuer;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.auth.accesstokens.TokenReader;
import io.gazetteer.api.identity.auth.accesstokens.VerifiedTokens;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Accepts access tokens of the {@link ExternalIssuer}; they are good until they expire. */
public final class ExternalTokens implements TokenReader {
  private final IssuerClaims claims;
  private final VerifiedTokens verified;

  public ExternalTokens(ExternalIssuer issuer, Clock clock) {
    this.claims = new IssuerClaims(issuer);
    // The issuer is asked for its keys with the first token: it may start after us.
    this.verified = new VerifiedTokens(new SupplierJwtDecoder(() -> decoder(issuer, clock)), clock);
  }

  @Override
  public Optional<Caller> read(String token, @Nullable String address) {
    return verified.verify(token).flatMap(this::caller);
  }

  private Optional<Caller> caller(Jwt jwt) {
    return claims.caller(jwt.getClaims(), jwt.getSubject());
  }

  private static JwtDecoder decoder(ExternalIssuer issuer, Clock clock) {
    var builder =
        issuer.jwkSetUri().isEmpty()
            ? NimbusJwtDecoder.withIssuerLocation(issuer.issuer())
            : NimbusJwtDecoder.withJwkSetUri(issuer.jwkSetUri());
    var decoder =
        builder
            // Asymmetric ones only: a public key must never be taken for a secret.
            .jwsAlgorithms(
                algorithms -> {
                  algorithms.clear();
                  algorithms.addAll(List.of(SignatureAlgorithm.values()));
                })
            .jwtProcessorCustomizer(
                processor -> processor.setJWSTypeVerifier(AccessTokensOnly.types(issuer)))
            .build();
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
