package io.gazetteer.api.web.transfer;

import io.gazetteer.api.web.problems.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.EnumSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class TransferConfiguration implements WebMvcConfigurer {
  private final Duration time;

  TransferConfiguration(@Value("${gazetteer.transfer.request-time:10s}") Duration time) {
    this.time = time;
  }

  @Bean
  static Bodies bodies(@Value("${gazetteer.transfer.bodies:256}") int most) {
    return new Bodies(most);
  }

  @Bean
  static KnownConnections knownConnections() {
    return new KnownConnections();
  }

  /** Right after the request has its id, and before all that could read it. */
  @Bean
  FilterRegistrationBean<BodyFilter> wholeBodies(Bodies bodies, ProblemWriter problems) {
    var registration = new FilterRegistrationBean<>(new BodyFilter(bodies, time, problems));
    registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return registration;
  }

  @Bean
  static FilterRegistrationBean<PaceFilter> pace() {
    var registration = new FilterRegistrationBean<>(new PaceFilter());
    registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
    return registration;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new OpenDocuments()).addPathPatterns(OpenDocuments.PATHS);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedTransfer(
      KnownConnections known) {
    return factory -> {
      factory.setProtocol(BoundedProtocol.class.getName());
      factory.addConnectorCustomizers(
          connector -> {
            if (connector.getProtocolHandler() instanceof BoundedProtocol protocol) {
              protocol.setHeadTime(time);
              protocol.setKnownConnections(known);
            }
          });
      factory.addContextValves(new UnreadInput());
    };
  }
}
