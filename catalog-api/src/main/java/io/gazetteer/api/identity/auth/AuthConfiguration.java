package io.gazetteer.api.identity.auth;

import io.gazetteer.api.identity.audit.RepeatableEvents;
import io.gazetteer.api.identity.auth.accesstokens.SessionTokens;
import io.gazetteer.api.identity.auth.accesstokens.SigningKeys;
import io.gazetteer.api.identity.auth.accesstokens.TokenReader;
import io.gazetteer.api.identity.auth.browsers.FormGuard;
import io.gazetteer.api.identity.auth.issuer.ExternalIssuer;
import io.gazetteer.api.identity.auth.issuer.ExternalTokens;
import io.gazetteer.api.identity.sessions.LiveSessions;
import io.gazetteer.api.identity.sessions.RefusedSessions;
import io.gazetteer.api.identity.tokens.TokenHolders;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExternalIssuer.class)
class AuthConfiguration implements WebMvcConfigurer {
  private final RepeatableEvents events;

  AuthConfiguration(RepeatableEvents events) {
    this.events = events;
  }

  @Bean
  TokenReader tokenReader(
      SigningKeys keys,
      LiveSessions sessions,
      RefusedSessions refused,
      TokenHolders holders,
      ExternalIssuer issuer,
      Clock clock) {
    TokenReader jwts =
        issuer.isTrusted()
            ? new ExternalTokens(issuer, clock)
            : new SessionTokens(keys, sessions, refused, clock);
    return (token, address) ->
        token.startsWith(TokenHolders.PREFIX)
            ? holders.find(token, address)
            : jwts.read(token, address);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new AccessGuard(events)).order(Integer.MIN_VALUE);
    registry.addInterceptor(new FormGuard()).order(Integer.MIN_VALUE + 1);
  }
}
