package io.gazetteer.api.identity.auth.issuer;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Asks an issuer as Spring Security does, but waits for no answer longer than a few seconds. */
public final class IssuerClient {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration READ = Duration.ofSeconds(5);

  private IssuerClient() {}

  /** Returns what changes the code of a login for tokens. */
  public static RestClientAuthorizationCodeTokenResponseClient tokens() {
    var client = new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(
        RestClient.builder()
            .requestFactory(requests())
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
    var template = new RestTemplate(requests());
    template.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
    var users = new DefaultOAuth2UserService();
    users.setRestOperations(template);
    var service = new OidcUserService();
    service.setOauth2UserService(users);
    return service;
  }

  private static ClientHttpRequestFactory requests() {
    var factory =
        new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(CONNECT).build());
    factory.setReadTimeout(READ);
    return factory;
  }
}
