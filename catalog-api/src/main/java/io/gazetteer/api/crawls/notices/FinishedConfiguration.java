package io.gazetteer.api.crawls.notices;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

@Configuration(proxyBeanMethods = false)
class FinishedConfiguration {
  @Bean
  FinishedCrawls finishedCrawls(
      KafkaAdmin brokers, ObjectProvider<FinishedCrawlListener> listeners, MeterRegistry registry) {
    return new FinishedCrawls(brokers, listeners.orderedStream().toList(), registry);
  }
}
