package io.gazetteer.common.secrets;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the vault with the keyset file that {@code gazetteer.keyset-file} names. */
@Configuration(proxyBeanMethods = false)
public class SecretsConfiguration {
  /** The process that makes the keyset may be started together with those that wait for it. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /**
   * @param create whether this process makes the keyset when there is none yet; the others wait for
   *     it to be there
   */
  @Bean
  SecretVault secretVault(
      @Value("${gazetteer.keyset-file}") Path file,
      @Value("${gazetteer.keyset-create:false}") boolean create) {
    var keyset = new KeysetFile(file);
    return create ? keyset.openOrCreate() : keyset.openWhenThere(PATIENCE);
  }
}
