package io.gazetteer.api.index;

import co.elastic.clients.transport.rest5_client.low_level.RequestOptions;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import io.gazetteer.common.index.IndexServer;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.elasticsearch.autoconfigure.Rest5ClientBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Connections to Elasticsearch. The client's ten for each node are too few: requests would wait for
 * one while Elasticsearch has time for them.
 */
@Configuration(proxyBeanMethods = false)
class IndexConnections {
  private static final int MOST = 64;

  /** People wait for the answers, so they wait less than the client would. */
  private static final RequestOptions OPTIONS =
      RequestOptions.DEFAULT.toBuilder()
          .setRequestConfig(
              RequestConfig.custom()
                  .setAuthenticationEnabled(false)
                  .setConnectionRequestTimeout(Timeout.ofSeconds(5))
                  .setResponseTimeout(Timeout.ofSeconds(15))
                  .build())
          .build();

  @Bean
  IndexServer indexServer(Rest5Client client) {
    return new IndexServer(client, OPTIONS);
  }

  @Bean
  Rest5ClientBuilderCustomizer indexConnectionLimits() {
    return new Rest5ClientBuilderCustomizer() {
      @Override
      public void customize(Rest5ClientBuilder builder) {
        // Only the connections are ours to set.
      }

      @Override
      public void customize(PoolingAsyncClientConnectionManagerBuilder connections) {
        connections.setMaxConnPerRoute(MOST).setMaxConnTotal(MOST);
      }
    };
  }
}
