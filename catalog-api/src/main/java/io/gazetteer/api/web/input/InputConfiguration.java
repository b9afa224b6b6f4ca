package io.gazetteer.api.web.input;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class InputConfiguration implements WebMvcConfigurer {
  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new JsonFieldsReader());
    resolvers.add(new ParametersReader());
    resolvers.add(new FormFieldsReader());
  }

  @Override
  public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
    negotiation.strategies(List.of(new FormatParameter()));
  }

  /** After the interceptor that decides who may call at all. */
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new BodilessRoutes());
  }
}
