package io.gazetteer.api.identity.oidc;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pages are known to the issuer.
 *
 * @param id empty when people do not sign in there
 * @param secret empty for a public client, whose logins PKCE protects alone
 * @param redirectUri where the issuer sends people back; empty to take the address of the request
 */
@ConfigurationProperties("gazetteer.oidc.client")
record OidcClient(
    @DefaultValue("") String id,
    @DefaultValue("") String secret,
    @DefaultValue("") String redirectUri) {
  /** Hides the secret. */
  @Override
  public String toString() {
    return "OidcClient[id=" + id + "]";
  }
}
