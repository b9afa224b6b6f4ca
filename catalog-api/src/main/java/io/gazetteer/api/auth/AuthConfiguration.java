package io.gazetteer.api.auth;

import com.nimbusds.jose.JOSEException;
import io.gazetteer.common.secrets.SecretVault;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class AuthConfiguration {
  @Bean
  Users users(JdbcClient jdbc) {
    return new Users(jdbc);
  }

  @Bean
  Passwords passwords() {
    return new Passwords();
  }

  @Bean
  TokenKeys tokenKeys(JdbcClient jdbc, SecretVault vault, TransactionTemplate transaction) {
    return new SigningKeys(jdbc, vault, transaction).loadOrCreate();
  }

  @Bean
  AccessTokens accessTokens(TokenKeys keys, Clock clock) throws JOSEException {
    return new AccessTokens(keys.newest(), clock);
  }

  @Bean
  JwtDecoder accessTokenVerifier(TokenKeys keys, Clock clock) {
    return AccessTokenVerifier.of(keys.publicSet(), clock);
  }

  /** Before the first request: whoever is told the password can use it at once. */
  @Bean
  FirstAdmin firstAdmin(
      Users users, Passwords passwords, @Value("${gazetteer.admin-password:}") String password) {
    var admin = new FirstAdmin(users, passwords);
    admin.ensure(password);
    return admin;
  }
}
