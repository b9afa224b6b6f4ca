package io.gazetteer.api.identity.auth.issuer;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Refuses what an issuer gives to programs that ask who somebody is: an ID token is signed with the
 * same key, and often for the same audience, but lets nobody call an API. No standard says how to
 * tell it from an access token, except where the issuer writes {@code at+jwt}; the settings say
 * what this issuer writes. What only ID tokens have is refused in any case.
 */
final class AccessTokensOnly implements OAuth2TokenValidator<Jwt> {
  /** They tie an ID token to a login (OpenID Connect Core, 2 and 3.3.2.11). */
  private static final Set<String> OF_ID_TOKENS = Set.of("nonce", "at_hash", "c_hash", "s_hash");

  private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

  private final List<String> required;

  AccessTokensOnly(ExternalIssuer issuer) {
    this.required = issuer.requiredClaims();
  }

  /** Returns which types the header may name. */
  static JOSEObjectTypeVerifier<SecurityContext> types(ExternalIssuer issuer) {
    return issuer.tokenType().isEmpty()
        ? new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, ACCESS_TOKEN, null)
        : new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(issuer.tokenType()));
  }

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    return isForLogins(token) || !required.stream().allMatch(claim -> has(token, claim))
        ? OAuth2TokenValidatorResult.failure(
            new OAuth2Error("invalid_token", "This is no access token", null))
        : OAuth2TokenValidatorResult.success();
  }

  /** Keycloak says so in {@code typ}, Cognito in {@code token_use}. */
  private static boolean isForLogins(Jwt token) {
    var claims = token.getClaims();
    return OF_ID_TOKENS.stream().anyMatch(claims::containsKey)
        || "ID".equalsIgnoreCase(String.valueOf(claims.get("typ")))
        || "id".equalsIgnoreCase(String.valueOf(claims.get("token_use")));
  }

  private static boolean has(Jwt token, String claim) {
    int split = claim.indexOf('=');
    var value = claim.substring(split + 1);
    return switch (token.getClaims().get(claim.substring(0, split))) {
      case null -> false;
      case Collection<?> list -> list.contains(value);
      case Object one -> one.toString().equals(value);
    };
  }
}
