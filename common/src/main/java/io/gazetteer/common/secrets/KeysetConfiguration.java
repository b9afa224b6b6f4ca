package io.gazetteer.common.secrets;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Says where the keyset is and how it is changed. Reads nothing before it is needed. */
@Configuration(proxyBeanMethods = false)
public class KeysetConfiguration {
  @Bean
  KeysetStore keysetStore(
      @Value("${gazetteer.keyset-file}") Path file,
      @Value("${GAZETTEER_KEYSET:}") String json,
      @Value("${GAZETTEER_MASTER_KEY:}") String masterKey,
      @Value("${GAZETTEER_MASTER_KEY_FILE:}") String masterKeyFile) {
    var format = new KeysetJson(new MasterKey(masterKey, masterKeyFile));
    return json.isBlank() ? new KeysetFile(file, format) : new KeysetVariable(json, format);
  }

  @Bean
  KeyRotation keyRotation(
      KeysetStore store, JdbcClient jdbc, PlatformTransactionManager transactions) {
    return new KeyRotation(store, jdbc, new TransactionTemplate(transactions));
  }
}
