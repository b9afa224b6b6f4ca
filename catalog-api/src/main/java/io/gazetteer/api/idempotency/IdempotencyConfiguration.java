package io.gazetteer.api.idempotency;

import io.gazetteer.common.secrets.SecretVault;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration implements WebMvcConfigurer {
  private final ObjectProvider<IdempotentRequests> requests;

  IdempotencyConfiguration(ObjectProvider<IdempotentRequests> requests) {
    this.requests = requests;
  }

  @Bean
  static IdempotentRequests idempotentRequests(
      JdbcClient jdbc,
      SecretVault vault,
      @Value("${gazetteer.idempotency.kept:24h}") Duration kept) {
    return new IdempotentRequests(jdbc, vault, kept);
  }

  /**
   * Listens to commits. The transaction manager finds it, which the catalog store needs itself:
   * hence the provider.
   */
  @Bean
  static IdempotencyCommitListener doneAtCommit(ObjectProvider<IdempotentRequests> requests) {
    return new IdempotencyCommitListener(requests);
  }

  /** Comes last: a request that is refused anyway begins no attempt. */
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(new IdempotencyInterceptor(requests.getObject()))
        .order(Integer.MAX_VALUE);
  }
}
