package io.gazetteer.benchmarks.auth;

import io.gazetteer.api.access.Caller;
import io.gazetteer.api.access.Role;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Put on the class path of an API process that is measured, it comes before the API's own chains
 * and takes everyone for one and the same administrator; all else that those do is done. The API
 * itself has no such switch.
 */
@Configuration(proxyBeanMethods = false)
class EveryoneMay {
  private static final Caller EVERYONE = Caller.ofSession(new UUID(0, 0), "everyone", Role.ADMIN);

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
