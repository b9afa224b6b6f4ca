package io.gazetteer.common.index;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class IndexConfiguration {
  @Bean
  IndexLogin indexLogin(
      ObjectProvider<ElasticsearchConnectionDetails> server,
      @Value("${gazetteer.elasticsearch.ca-file:}") String certificateAuthorities) {
    return new IndexLogin(server, certificateAuthorities);
  }

  @Bean
  SearchIndexes searchIndexes(
      Rest5Client client,
      @Value("${gazetteer.index.shards:1}") int shards,
      @Value("${gazetteer.index.replicas:0}") int replicas) {
    return new SearchIndexes(new IndexServer(client), shards, replicas);
  }
}
