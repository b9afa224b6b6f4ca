package io.gazetteer.api.auth;

import io.gazetteer.api.web.Problem;
import io.gazetteer.api.web.ProblemCode;
import io.gazetteer.api.web.ProblemWriter;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Deny by default: what is not named here needs an access token. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  /** The management port has no users; it is bound to this machine unless a setting says else. */
  @Bean
  @Order(1)
  SecurityFilterChain management(HttpSecurity http) {
    return http.securityMatcher(EndpointRequest.toAnyEndpoint())
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  /** What needs no token does not look at one either: an expired one must not stop a login. */
  @Bean
  @Order(2)
  SecurityFilterChain open(HttpSecurity http) {
    return hardened(http)
        .securityMatchers(
            requests ->
                requests
                    .requestMatchers(HttpMethod.POST, LoginController.PATH)
                    .requestMatchers(HttpMethod.GET, "/api/health")
                    .requestMatchers("/error"))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain api(HttpSecurity http, ProblemWriter problems) {
    return hardened(http)
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(jwt -> {})
                    .authenticationEntryPoint(unauthorized(problems))
                    .accessDeniedHandler(forbidden(problems)))
        .exceptionHandling(errors -> errors.authenticationEntryPoint(unauthorized(problems)))
        .build();
  }

  /** No cookies, no sessions: there is nothing a foreign page could ride on. */
  private static HttpSecurity hardened(HttpSecurity http) {
    return http.headers(
            headers ->
                headers.contentSecurityPolicy(
                    policy ->
                        policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable);
  }

  private static AuthenticationEntryPoint unauthorized(ProblemWriter problems) {
    return (request, response, exception) -> {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"gazetteer\"");
      problems.write(
          new Problem(
              ProblemCode.UNAUTHORIZED,
              "Send Authorization: Bearer with a valid access token from " + LoginController.PATH),
          request,
          response);
    };
  }

  private static AccessDeniedHandler forbidden(ProblemWriter problems) {
    return (request, response, exception) ->
        problems.write(
            new Problem(ProblemCode.FORBIDDEN, "You may not do this"), request, response);
  }

  /** Paths with tricks in them, for example {@code ;} or {@code //}. */
  @Bean
  RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
    return (request, response, exception) ->
        problems.write(
            new Problem(ProblemCode.MALFORMED_REQUEST, "The path cannot be read"),
            request,
            response);
  }
}
