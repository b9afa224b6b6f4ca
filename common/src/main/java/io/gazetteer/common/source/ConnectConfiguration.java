package io.gazetteer.common.source;

import io.gazetteer.common.source.policy.NetworkConfiguration;
import io.gazetteer.common.source.policy.Targets;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(NetworkConfiguration.class)
@EnableConfigurationProperties(SourceTimeouts.class)
public class ConnectConfiguration {
  @Bean
  SourceConnections sourceConnections(Targets targets, ServerPlaces places) {
    return new SourceConnections(targets, places);
  }
}
