package io.gazetteer.worker.index;

import io.gazetteer.worker.CrawlSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CourtesyConfiguration {
  @Bean
  Courtesy courtesy(SearchTraffic traffic, CrawlSettings settings) {
    return new Courtesy(settings.courteous() ? traffic::isBusy : () -> false);
  }
}
