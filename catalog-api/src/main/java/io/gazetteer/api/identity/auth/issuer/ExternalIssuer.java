package io.gazetteer.api.identity.auth.issuer;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An OpenID Connect issuer that is trusted instead of our own logins.
 *
 * @param issuer as it stands in its tokens; empty for none
 * @param audience that its tokens must be for
 * @param jwkSetUri where its keys are; empty to ask the issuer where
 * @param tokenType that the header of its access tokens must name, for example {@code at+jwt};
 *     empty when it names none, or no special one
 * @param requiredClaims what its access tokens say and its ID tokens do not, each as {@code
 *     name=value}
 * @param rolesClaim where its tokens say the roles, with dots between nested names; a text or a
 *     list
 * @param rolePrefix what stands before viewer, editor or admin there
 */
@ConfigurationProperties("gazetteer.oidc")
public record ExternalIssuer(
    @DefaultValue("") String issuer,
    @DefaultValue("gazetteer") String audience,
    @DefaultValue("") String jwkSetUri,
    @DefaultValue("") String tokenType,
    @DefaultValue({}) List<String> requiredClaims,
    @DefaultValue("roles") String rolesClaim,
    @DefaultValue("gazetteer-") String rolePrefix) {
  public ExternalIssuer {
    requiredClaims = List.copyOf(requiredClaims);
    for (String claim : requiredClaims) {
      if (claim.indexOf('=') < 1) {
        throw new IllegalArgumentException(
            "GAZETTEER_OIDC_REQUIRED_CLAIMS must be name=value, comma separated, not " + claim);
      }
    }
  }

  public boolean isTrusted() {
    return !issuer.isEmpty();
  }
}
