package io.gazetteer.api.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.UrlHandlerFilter;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {
  /** Every path answers with and without a trailing slash; before security looks at the path. */
  @Bean
  static FilterRegistrationBean<UrlHandlerFilter> trailingSlash() {
    var filter =
        UrlHandlerFilter.trailingSlashHandler("/api/**", "/.well-known/**").wrapRequest().build();
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
    return registration;
  }
}
