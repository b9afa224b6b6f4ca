package io.gazetteer.api.identity.auth.issuer;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.util.UriComponentsBuilder;

/** Asks an issuer as Spring Security does, but waits for no answer longer than a few seconds. */
public final class IssuerClient {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration READ = Duration.ofSeconds(5);
  private static final String OF_OPENID = "/.well-known/openid-configuration";
  private static final String OF_OAUTH = "/.well-known/oauth-authorization-server";
  private static final MediaType KEYS = MediaType.valueOf("application/jwk-set+json");
  private static final ParameterizedTypeReference<Map<String, Object>> OBJECT =
      new ParameterizedTypeReference<>() {};

  /** Reads what is public, so it may follow redirects. */
  private static final RestClient DOCUMENTS =
      RestClient.builder().requestFactory(requests(HttpClient.Redirect.NORMAL)).build();

  private IssuerClient() {}

  /**
   * Returns what an issuer says of itself, from the first of the usual places where it says
   * anything (OpenID Connect Discovery, RFC 8414).
   *
   * @throws IllegalStateException when it does not answer, or is another issuer
   */
  public static Map<String, Object> metadata(String issuer) {
    for (URI place : places(issuer)) {
      try {
        var found = DOCUMENTS.get().uri(place).retrieve().body(OBJECT);
        if (found == null || !issuer.equals(found.get("issuer"))) {
          throw new IllegalStateException(place + " does not describe the issuer " + issuer);
        }
        return found;
      } catch (HttpClientErrorException e) {
        // It may stand at another place.
      } catch (RestClientException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("The issuer " + issuer + " says nothing of itself");
  }

  private static List<URI> places(String issuer) {
    var uri = UriComponentsBuilder.fromUriString(issuer).build();
    var path = Objects.requireNonNullElse(uri.getPath(), "");
    return Stream.of(path + OF_OPENID, OF_OPENID + path, OF_OAUTH + path)
        .distinct()
        .map(place -> UriComponentsBuilder.newInstance().uriComponents(uri).replacePath(place))
        .map(place -> place.build().toUri())
        .toList();
  }

  /**
   * Reads the keys that an issuer publishes.
   *
   * @throws IllegalStateException when it does not answer
   */
  static String keys(URI place) {
    try {
      var keys =
          DOCUMENTS
              .get()
              .uri(place)
              .accept(MediaType.APPLICATION_JSON, KEYS)
              .retrieve()
              .body(String.class);
      return Objects.requireNonNullElse(keys, "");
    } catch (RestClientException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns what changes the code of a login for tokens. */
  public static RestClientAuthorizationCodeTokenResponseClient tokens() {
    var client = new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(
        RestClient.builder()
            .requestFactory(requests(HttpClient.Redirect.NEVER))
            .configureMessageConverters(
                converters ->
                    converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return client;
  }

  /** Returns what asks who somebody is. */
  public static OidcUserService users() {
    var template = new RestTemplate(requests(HttpClient.Redirect.NEVER));
    template.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
    var users = new DefaultOAuth2UserService();
    users.setRestOperations(template);
    var service = new OidcUserService();
    service.setOauth2UserService(users);
    return service;
  }

  private static ClientHttpRequestFactory requests(HttpClient.Redirect redirects) {
    var factory =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(redirects).build());
    factory.setReadTimeout(READ);
    return factory;
  }
}
