package io.gazetteer.api.identity.auth;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An OpenID Connect issuer that is trusted instead of our own logins.
 *
 * @param issuer as it stands in its tokens; empty for none
 * @param audience that its tokens must be for
 * @param jwkSetUri where its keys are; empty to ask the issuer where
 * @param rolesClaim where its tokens say the roles, with dots between nested names; a text or a
 *     list
 * @param rolePrefix what stands before viewer, editor or admin there
 */
@ConfigurationProperties("gazetteer.oidc")
record ExternalIssuer(
    @DefaultValue("") String issuer,
    @DefaultValue("gazetteer") String audience,
    @DefaultValue("") String jwkSetUri,
    @DefaultValue("roles") String rolesClaim,
    @DefaultValue("gazetteer-") String rolePrefix) {
  boolean isTrusted() {
    return !issuer.isEmpty();
  }
}
