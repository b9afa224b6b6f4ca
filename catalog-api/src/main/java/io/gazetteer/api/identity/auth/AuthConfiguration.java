package io.gazetteer.api.identity.auth;

import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.api.identity.audit.RepeatableEvents;
import io.gazetteer.api.identity.sessions.LiveSessions;
import io.gazetteer.api.identity.sessions.RefusedSessions;
import io.gazetteer.api.identity.tokens.TokenHolders;
import io.gazetteer.common.secrets.SecretVault;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
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
  SigningKeys signingKeys(
      JdbcClient jdbc, SecretVault vault, TransactionTemplate transaction, Audit audit) {
    return new SigningKeys(jdbc, vault, transaction, audit);
  }

  @Bean
  AccessTokens accessTokens(SigningKeys keys, Clock clock) {
    return new AccessTokens(keys, clock);
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
            : new SessionTokens(
                new VerifiedTokens(AccessTokenVerifier.of(keys, clock), clock), sessions, refused);
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
