package io.gazetteer.benchmarks.auth;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.identity.users.PasswordHashes;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Put on the class path of an API process that is measured. Its security chain comes before the
 * API's own ones and takes everyone for one and the same administrator; all else that those do is
 * done. And it computes the hash of a password for whoever asks: in the process that logins are
 * measured in, since the same code is up to twice as fast in one JVM as in another. The API itself
 * has neither.
 */
@Configuration(proxyBeanMethods = false)
class MeasuredApi {
  /** The path that answers when a hash has been computed, by a filter behind the chain below. */
  static final String PASSWORD_HASH = "/api/password-hash";

  private static final Caller EVERYONE = Caller.ofSession(new UUID(0, 0), "everyone", Role.ADMIN);

  @Bean
  Filter passwordHash(PasswordHashes passwords) {
    var hash = passwords.hash("a-password");
    return (request, response, others) -> {
      if (((HttpServletRequest) request).getRequestURI().equals(PASSWORD_HASH)) {
        response.getWriter().print(passwords.matches("another-password", hash));
      } else {
        others.doFilter(request, response);
      }
    };
  }

  @Bean
  @Order(0)
  SecurityFilterChain everyone(HttpSecurity http) {
    return http.securityMatcher("/api/**")
        .headers(
            headers ->
                headers.contentSecurityPolicy(
                    policy ->
                        policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
        .anonymous(everyone -> everyone.principal(EVERYONE).authorities("EVERYONE"))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }
}
