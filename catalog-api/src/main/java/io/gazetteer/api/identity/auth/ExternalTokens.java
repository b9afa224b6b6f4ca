package io.gazetteer.api.identity.auth;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.access.Role;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
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
final class ExternalTokens implements TokenReader {
  private static final Pattern ODD = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
  private static final int LONGEST_NAME = 200;

  private final ExternalIssuer issuer;
  private final VerifiedTokens verified;

  ExternalTokens(ExternalIssuer issuer, Clock clock) {
    this.issuer = issuer;
    // The issuer is asked for its keys with the first token: it may start after us.
    this.verified = new VerifiedTokens(new SupplierJwtDecoder(() -> decoder(issuer, clock)), clock);
  }

  @Override
  public Optional<Caller> read(String token, @Nullable String address) {
    return verified.verify(token).flatMap(this::caller);
  }

  private Optional<Caller> caller(Jwt jwt) {
    var name = jwt.getClaims().get("preferred_username");
    var external = new Caller.External(issuer.issuer(), jwt.getSubject());
    return role(jwt).map(role -> Caller.ofIssuer(external, name(name, external.subject()), role));
  }

  /** Returns a name for people; many issuers let their users choose any text. */
  private static String name(@Nullable Object claim, String subject) {
    var name = claim instanceof String text && !text.isBlank() ? text : subject;
    var clean = ODD.matcher(name).replaceAll("?");
    return clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
  }

  /** Returns the highest of the roles that the token has. */
  private Optional<Role> role(Jwt jwt) {
    Object value = jwt.getClaims();
    for (String name : issuer.rolesClaim().split("\\.", -1)) {
      value = value instanceof Map<?, ?> object ? object.get(name) : null;
    }
    return texts(value).stream()
        .filter(text -> text.startsWith(issuer.rolePrefix()))
        .flatMap(text -> Role.lookup(text.substring(issuer.rolePrefix().length())).stream())
        .max(Role::compareTo);
  }

  private static List<String> texts(@Nullable Object value) {
    var all = value instanceof Collection<?> list ? List.copyOf(list) : List.of();
    return value instanceof String text
        ? List.of(text)
        : all.stream().filter(String.class::isInstance).map(String.class::cast).toList();
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
    var times = new JwtTimestampValidator(AccessTokenVerifier.SKEW);
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
