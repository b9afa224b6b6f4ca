package io.gazetteer.worker.index;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.gazetteer.common.index.IndexServer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IndexServerConfiguration {
  @Bean
  IndexServer indexServer(Rest5Client client) {
    return new IndexServer(client);
  }
}
