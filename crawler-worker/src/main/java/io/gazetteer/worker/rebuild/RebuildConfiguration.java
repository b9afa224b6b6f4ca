package io.gazetteer.worker.rebuild;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.gazetteer.common.index.IndexServer;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RebuildSettings.class)
class RebuildConfiguration {
  @Bean
  IndexGenerations indexGenerations(
      Rest5Client client,
      InstantSource clock,
      @Value("${gazetteer.index.shards:1}") int shards,
      @Value("${gazetteer.index.replicas:0}") int replicas) {
    return new IndexGenerations(new IndexServer(client), clock, shards, replicas);
  }
}
