package io.gazetteer.api.identity.auth.accesstokens;

import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.common.secrets.SecretVault;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class AccessTokenConfiguration {
  @Bean
  static SigningKeys signingKeys(
      JdbcClient jdbc, SecretVault vault, TransactionTemplate transaction, Audit audit) {
    return new SigningKeys(jdbc, vault, transaction, audit);
  }

  @Bean
  static AccessTokens accessTokens(SigningKeys keys, Clock clock) {
    return new AccessTokens(keys, clock);
  }
}
