package io.gazetteer.common.source.policy;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NetworkSettings.class)
public class NetworkConfiguration {
  @Bean
  Targets targets(
      NetworkSettings settings,
      @Value("${spring.datasource.url}") String postgres,
      @Value("${spring.kafka.bootstrap-servers}") List<String> kafka,
      @Value("${spring.elasticsearch.uris}") List<String> elasticsearch) {
    var own =
        new OwnServers(HostLookup.SYSTEM)
            .postgres(postgres)
            .kafka(kafka)
            .elasticsearch(elasticsearch);
    return new Targets(new NetworkPolicy(settings, own), HostLookup.SYSTEM);
  }
}
