package io.gazetteer.common.secrets;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the vault, once its keyset is known to be the one of this catalog. */
@Configuration(proxyBeanMethods = false)
@Import(KeysetConfiguration.class)
public class SecretsConfiguration {
  /** The others wait this long for the process that makes the keyset; all may start together. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /**
   * @param create whether this process makes the keyset of a new catalog; the others wait for it to
   *     be there. A catalog that had one gets no other.
   */
  @Bean
  SecretVault secretVault(
      KeysetStore store,
      JdbcClient jdbc,
      @Value("${gazetteer.keyset-create:false}") boolean create) {
    var secrets = new StoredSecrets(jdbc);
    if (!secrets.haveCheck()) {
      if (create) {
        store.create();
      } else {
        store.awaitExistence(PATIENCE);
      }
    }
    var vault = new SecretVault(store);
    secrets.check(vault);
    if (create) {
      secrets.remember(vault);
      // Two processes may have made one each, on machines that share no folder.
      secrets.check(vault);
    }
    return vault;
  }
}
