package io.gazetteer.api.operations.health;

import io.gazetteer.common.index.SearchIndexes;
import java.util.HashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;

@Configuration(proxyBeanMethods = false)
class HealthConfiguration {
  private static final int MILLISECONDS = 2000;

  /** Kept open: a new one for each question would cost a connection and a thread. */
  @Bean(destroyMethod = "close")
  Admin kafkaHealth(KafkaAdmin admin) {
    var settings = new HashMap<>(admin.getConfigurationProperties());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, MILLISECONDS);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, MILLISECONDS);
    return Admin.create(settings);
  }

  @Bean
  Health health(
      JdbcClient jdbc,
      Admin kafka,
      SearchIndexes indexes,
      @Value("${gazetteer.health.needs-worker:false}") boolean needsWorker) {
    return new Health(jdbc, kafka, indexes, needsWorker);
  }

  @Bean
  Preparation preparation(SearchIndexes indexes, KafkaAdmin kafka) {
    return new Preparation(indexes, kafka);
  }
}
