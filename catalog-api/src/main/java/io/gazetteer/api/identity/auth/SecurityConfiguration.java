package io.gazetteer.api.identity.auth;

import io.gazetteer.api.identity.access.AccessRule;
import io.gazetteer.api.identity.access.AccessRules;
import io.gazetteer.api.identity.auth.accesstokens.TokenReader;
import io.gazetteer.api.identity.auth.browsers.FormGuard;
import io.gazetteer.api.identity.auth.browsers.PageRequests;
import io.gazetteer.api.identity.ratelimit.Places;
import io.gazetteer.api.identity.ratelimit.RequestLimits;
import io.gazetteer.api.identity.sessions.PageSessions;
import io.gazetteer.api.web.ForeignSiteException;
import io.gazetteer.api.web.OwnSiteFirewall;
import io.gazetteer.api.web.SafeHeaders;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.api.web.problems.ProblemCode;
import io.gazetteer.api.web.problems.ProblemWriter;
import io.gazetteer.api.web.transfer.KnownConnections;
import io.gazetteer.common.hosts.AllowedHosts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.AbstractRequestMatcherRegistry;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Denies by default: what {@link AccessRules} does not open needs a token. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  /**
   * Requests are timed as a whole: to time each filter took a tenth of what a search costs here.
   */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

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
                AccessRules.ALL.stream()
                    .filter(AccessRule::isOpen)
                    .forEach(rule -> match(rule, requests)))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  private static void match(AccessRule rule, AbstractRequestMatcherRegistry<?> requests) {
    if (rule.method().equals("*")) {
      requests.requestMatchers(rule.path());
      return;
    }
    requests.requestMatchers(HttpMethod.valueOf(rule.method()), rule.path());
    if (rule.method().equals("GET")) {
      requests.requestMatchers(HttpMethod.HEAD, rule.path());
    }
  }

  /** Nothing else is well known; the chain of the API would answer with metadata of its own. */
  @Bean
  @Order(3)
  SecurityFilterChain wellKnown(HttpSecurity http, ProblemWriter problems) {
    return hardened(http)
        .securityMatcher("/.well-known/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
        .exceptionHandling(errors -> errors.authenticationEntryPoint(unauthorized(problems)))
        .build();
  }

  /**
   * Pages, and whatever else a browser asks for that is no call of the API. Only here does a cookie
   * count; {@link AccessGuard} sends away who has none that is good.
   */
  @Bean
  @Order(4)
  SecurityFilterChain pages(
      HttpSecurity http,
      PageSessions sessions,
      RequestLimits limits,
      Places requestsAtOnce,
      KnownConnections connections,
      ProblemWriter problems) {
    return hardened(http)
        .securityMatcher(new PageRequests())
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .addFilterBefore(new PageAuthentication(sessions, problems), AuthorizationFilter.class)
        .addFilterBefore(
            new RateLimitFilter(limits, requestsAtOnce, connections, problems),
            AuthorizationFilter.class)
        .build();
  }

  /** Everyone here has proven who they are; what each may do is up to {@link AccessGuard}. */
  @Bean
  @Order(5)
  SecurityFilterChain api(
      HttpSecurity http,
      TokenReader tokens,
      RequestLimits limits,
      Places requestsAtOnce,
      KnownConnections connections,
      ProblemWriter problems) {
    var bearers = new BearerAuthentication(tokens);
    return hardened(http)
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationManagerResolver(request -> bearers)
                    .authenticationEntryPoint(unauthorized(problems))
                    .accessDeniedHandler(forbidden(problems)))
        .addFilterAfter(
            new RateLimitFilter(limits, requestsAtOnce, connections, problems),
            BearerTokenAuthenticationFilter.class)
        .exceptionHandling(errors -> errors.authenticationEntryPoint(unauthorized(problems)))
        .build();
  }

  /**
   * No sessions of the container. The API knows no cookie, so that there is nothing a foreign page
   * could ride on; forms of pages have tokens of their own, see {@link FormGuard}.
   */
  private static HttpSecurity hardened(HttpSecurity http) {
    return http.headers(
            headers ->
                headers
                    .contentSecurityPolicy(
                        policy -> policy.policyDirectives(SafeHeaders.CONTENT_POLICY))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                    .crossOriginResourcePolicy(
                        policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
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
      if (exception instanceof BearerAuthentication.CannotTellException) {
        problems.write(
            new Problem(ProblemCode.UNAVAILABLE, BearerAuthentication.CannotTellException.SENTENCE),
            request,
            response);
        return;
      }
      if (exception instanceof BearerAuthentication.TooManyException many) {
        problems.write(
            Problem.of(many.failure(), ProblemCode.TOO_MANY_REQUESTS), request, response);
        return;
      }
      response.setHeader(
          HttpHeaders.WWW_AUTHENTICATE, ProtectedResourceController.challenge(request));
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

  @Bean
  HttpFirewall ownSite(@Value("${gazetteer.allowed-hosts:}") String hosts) {
    return new OwnSiteFirewall(AllowedHosts.of(hosts));
  }

  /**
   * Answers what no chain sees: paths with tricks in them, for example {@code ;} or {@code //}, and
   * pages of other sites.
   */
  @Bean
  RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
    return (request, response, exception) -> {
      SafeHeaders.addTo(response);
      problems.write(
          exception instanceof ForeignSiteException foreign
              ? new Problem(ProblemCode.FORBIDDEN, String.valueOf(foreign.getMessage()))
              : new Problem(ProblemCode.MALFORMED_REQUEST, "The path cannot be read"),
          request,
          response);
    };
  }
}
