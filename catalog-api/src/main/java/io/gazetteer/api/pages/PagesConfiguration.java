package io.gazetteer.api.pages;

import io.gazetteer.pages.StaticFiles;
import io.gazetteer.pages.Templates;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebMvcConfigurer {
  private static final StaticFiles FILES = new StaticFiles();

  @Bean
  StaticFiles staticFiles() {
    return FILES;
  }

  @Bean
  Templates templates() {
    return new Templates();
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new VisitReader(FILES));
  }
}
