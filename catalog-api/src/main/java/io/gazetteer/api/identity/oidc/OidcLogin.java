package io.gazetteer.api.identity.oidc;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.auth.PageLogin;
import io.gazetteer.api.identity.auth.issuer.IssuerClaims;
import io.gazetteer.api.identity.auth.issuer.IssuerClient;
import io.gazetteer.api.identity.sessions.OpaqueToken;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Lets people sign in at the issuer: authorization code with PKCE, by Spring Security's client.
 * What a login needs when its answer comes is with the browser, so that any process can go on with
 * it. Thread safe.
 */
@Component
public final class OidcLogin {
  private static final Logger log = LoggerFactory.getLogger(OidcLogin.class);

  private final IssuerPlaces places = new IssuerPlaces();
  private final OidcClient client;
  private final PageLogin pages;
  private final IssuerClaims claims;
  private final Registrations registrations;
  private final OidcAuthorizationCodeAuthenticationProvider provider;

  OidcLogin(OidcClient client, PageLogin pages, IssuerClaims claims) {
    this.client = client;
    this.pages = pages;
    this.claims = claims;
    this.registrations = new Registrations(client, pages);
    this.provider =
        new OidcAuthorizationCodeAuthenticationProvider(
            IssuerClient.tokens(), IssuerClient.users());
    var decoders = new OidcIdTokenDecoderFactory();
    decoders.setJwsAlgorithmResolver(Registrations::algorithm);
    provider.setJwtDecoderFactory(decoders);
  }

  /** Says whether people can sign in at an issuer. */
  public boolean isOffered() {
    return !client.id().isEmpty() && pages.issuer().isPresent();
  }

  /**
   * A login that has begun.
   *
   * @param location where the browser goes
   * @param kept what the browser keeps until it comes back
   */
  public record Begun(String location, KeptLogin kept) {}

  /**
   * Begins a login.
   *
   * @param callback the address of our page that the issuer sends people back to
   * @param next the page to go to in the end
   * @param address that the request comes from
   * @throws OidcRefusedException when the issuer cannot be asked, or too many ask it
   */
  public Begun begin(String callback, String next, @Nullable String address) {
    return registrations.areKnown()
        ? begun(callback, next)
        : places.ask(address, () -> begun(callback, next));
  }

  private Begun begun(String callback, String next) {
    var registration = registrations.find(callback);
    var kept =
        new KeptLogin(OpaqueToken.make(""), OpaqueToken.make(""), OpaqueToken.make(""), next);
    var request = request(registration, kept);
    return new Begun(request.getAuthorizationRequestUri(), kept);
  }

  /**
   * Ends a login with what the issuer says.
   *
   * @param callback the same as at the beginning
   * @param state that came back
   * @param code that came back
   * @param address that the request comes from
   * @throws OidcRefusedException when it is another login, the issuer gives no role, or too many
   *     ask it
   */
  public Caller finish(
      String callback, KeptLogin kept, String state, String code, @Nullable String address) {
    if (state.isEmpty() || code.isEmpty() || !kept.state().equals(state)) {
      throw new OidcRefusedException("This login was not begun in this browser; begin it again");
    }
    return places.ask(address, () -> confirmed(callback, kept, state, code));
  }

  private Caller confirmed(String callback, KeptLogin kept, String state, String code) {
    var registration = registrations.find(callback);
    var response =
        OAuth2AuthorizationResponse.success(code)
            .redirectUri(String.valueOf(registration.getRedirectUri()))
            .state(state)
            .build();
    var exchange = new OAuth2AuthorizationExchange(request(registration, kept), response);
    try {
      var login = provider.authenticate(new OAuth2LoginAuthenticationToken(registration, exchange));
      if (login.getPrincipal() instanceof OidcUser user) {
        return claims
            .caller(user.getClaims(), String.valueOf(user.getSubject()))
            .orElseThrow(
                () ->
                    new OidcRefusedException(
                        "The issuer gives you no role here. Ask an administrator"));
      }
    } catch (AuthenticationException e) {
      log.warn("A login at the issuer failed: {}", e.getMessage());
    }
    throw new OidcRefusedException("The issuer did not confirm the login; begin it again");
  }

  /** The same request at the beginning and at the end: it is made of what the browser keeps. */
  private static OAuth2AuthorizationRequest request(
      ClientRegistration registration, KeptLogin kept) {
    var builder =
        OAuth2AuthorizationRequest.authorizationCode()
            .authorizationUri(registration.getProviderDetails().getAuthorizationUri())
            .clientId(registration.getClientId())
            .redirectUri(String.valueOf(registration.getRedirectUri()))
            .scopes(registration.getScopes())
            .state(kept.state())
            .attributes(
                attributes ->
                    attributes.putAll(
                        Map.of(
                            OAuth2ParameterNames.REGISTRATION_ID,
                            registration.getRegistrationId(),
                            OidcParameterNames.NONCE,
                            kept.nonce())))
            .additionalParameters(
                parameters ->
                    parameters.put(OidcParameterNames.NONCE, KeptLogin.hash(kept.nonce())));
    OAuth2AuthorizationRequestCustomizers.withPkce().accept(builder);
    builder
        .attributes(attributes -> attributes.put(PkceParameterNames.CODE_VERIFIER, kept.verifier()))
        .additionalParameters(
            parameters ->
                parameters.put(PkceParameterNames.CODE_CHALLENGE, KeptLogin.hash(kept.verifier())));
    return builder.build();
  }
}
