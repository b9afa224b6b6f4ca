package io.gazetteer.worker.index.bulk;

import io.gazetteer.worker.runtime.settings.CrawlSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CourtesyConfiguration {
  @Bean
  Courtesy courtesy(SearchTraffic traffic, CrawlSettings settings) {
    return new Courtesy(settings.courteous() ? traffic::isBusy : () -> false);
  }
}
