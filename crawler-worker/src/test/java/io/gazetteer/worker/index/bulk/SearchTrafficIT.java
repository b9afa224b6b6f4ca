package io.gazetteer.worker.index.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.gazetteer.common.index.IndexConfiguration;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.SearchIndexes;
import io.gazetteer.servers.testing.TestServers;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class SearchTrafficIT {
  @Test
  void noticesSearchesAndTheirEnd() throws IOException {
    var server = TestServers.elasticsearch();
    var login = new BasicHeader("Authorization", server.authorization());
    try (var worker = worker(server.url(), login)) {
      worker.getBean(SearchIndexes.class).ensure();
      var traffic = worker.getBean(SearchTraffic.class);
      await().until(() -> !traffic.isBusy());

      worker
          .getBean(Rest5Client.class)
          .performRequest(new Request("GET", "/gazetteer-columns/_search"));

      await().until(traffic::isBusy);
      await().until(() -> !traffic.isBusy());
    }
  }

  @Test
  void holdsNobodyUpWithoutAnIndex() {
    try (var worker = worker("http://127.0.0.1:1")) {
      assertThat(worker.getBean(SearchTraffic.class).isBusy()).isFalse();
    }
  }

  private static AnnotationConfigApplicationContext worker(
      String elasticsearch, Header... headers) {
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(
        Rest5Client.class,
        () -> Rest5Client.builder(URI.create(elasticsearch)).setDefaultHeaders(headers).build());
    context.registerBean(InstantSource.class, Clock::systemUTC);
    context.registerBean(
        IndexServer.class, () -> new IndexServer(context.getBean(Rest5Client.class)));
    context.register(IndexConfiguration.class, SearchTraffic.class);
    context.refresh();
    return context;
  }
}
