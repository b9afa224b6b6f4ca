package io.gazetteer.api.identity.oidc;

import io.gazetteer.api.identity.auth.PageLogin;
import io.gazetteer.api.identity.auth.issuer.IssuerClient;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.JwsAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/** Asks the issuer once where its endpoints are; it may start after us. Thread safe. */
final class Registrations {
  private static final Logger log = LoggerFactory.getLogger(Registrations.class);
  private static final String SILENT = "The issuer does not answer now; try again in a moment";

  /** So long after a failure nobody waits for the next. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final OidcClient client;
  private final PageLogin pages;
  private volatile @Nullable ClientRegistration known;
  private volatile long askAgainAt = System.nanoTime();

  Registrations(OidcClient client, PageLogin pages) {
    this.client = client;
    this.pages = pages;
  }

  /** Says whether the issuer need not be asked. */
  boolean areKnown() {
    return known != null;
  }

  /**
   * Returns how we are known to the issuer.
   *
   * @throws OidcRefusedException when the issuer does not answer
   */
  ClientRegistration find(String callback) {
    var registration = known;
    if (registration == null) {
      if (System.nanoTime() - askAgainAt < 0) {
        throw new OidcRefusedException(SILENT);
      }
      registration = ask();
      known = registration;
    }
    return ClientRegistration.withClientRegistration(registration)
        .redirectUri(client.redirectUri().isEmpty() ? callback : client.redirectUri())
        .build();
  }

  private ClientRegistration ask() {
    var issuer =
        pages.issuer().orElseThrow(() -> new OidcRefusedException("There is no issuer to ask"));
    try {
      return ClientRegistrations.fromOidcConfiguration(IssuerClient.metadata(issuer))
          .registrationId("issuer")
          .clientId(client.id())
          .clientSecret(client.secret())
          .clientAuthenticationMethod(
              client.secret().isEmpty()
                  ? ClientAuthenticationMethod.NONE
                  : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
          .redirectUri("{baseUrl}")
          .scope("openid", "profile")
          .build();
    } catch (RuntimeException e) {
      // Spring throws several kinds when what the issuer says makes no sense.
      log.warn("The issuer does not say where people sign in: {}", e.getMessage());
      askAgainAt = System.nanoTime() + PAUSE.toNanos();
      throw new OidcRefusedException(SILENT);
    }
  }

  /** Takes the first asymmetric algorithm that the issuer names, or the usual one. */
  static JwsAlgorithm algorithm(ClientRegistration registration) {
    var named =
        registration
            .getProviderDetails()
            .getConfigurationMetadata()
            .get("id_token_signing_alg_values_supported");
    var names = named instanceof Collection<?> list ? list : List.of();
    return names.stream()
        .flatMap(
            name -> Optional.ofNullable(SignatureAlgorithm.from(String.valueOf(name))).stream())
        .findFirst()
        .orElse(SignatureAlgorithm.RS256);
  }
}
