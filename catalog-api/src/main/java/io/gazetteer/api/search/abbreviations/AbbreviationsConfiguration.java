package io.gazetteer.api.search.abbreviations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AbbreviationsConfiguration {
  @Bean
  Abbreviations abbreviations() {
    return Abbreviations.builtIn();
  }
}
