package io.gazetteer.api.web.problems;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {
  @Bean
  static ErrorPageRegistrar errorPages() {
    return registry -> registry.addErrorPages(new ErrorPage(ContainerErrors.PATH));
  }

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  static WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerProblems() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              context.getParent().getPipeline().addValve(new ProblemValve());
              // After a 413, what else the caller would send is not waited for.
              context.setSwallowAbortedUploads(false);
            });
  }
}
