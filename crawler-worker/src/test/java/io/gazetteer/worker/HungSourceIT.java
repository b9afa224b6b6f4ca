package io.gazetteer.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.common.catalog.Crawls;
import io.gazetteer.common.model.DatabaseKind;
import io.gazetteer.servers.testing.TestServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sources that take a connection and then say nothing. */
class HungSourceIT extends CrawledDatabase {
  private static final int HUNG = 50;
  private static final int GOOD = 10;

  @Test
  void fiftyHungSourcesDelayNoOther() throws IOException {
    var good = new ArrayList<UUID>();
    for (int i = 0; i < GOOD; i++) {
      TestServers.postgres().createDatabase(database + i);
      good.add(register(database + i));
    }
    // The backlog takes the connections; nobody ever answers them.
    try (var tarpit = new ServerSocket(0, HUNG * 2, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < HUNG; i++) {
        hang(tarpit.getLocalPort(), i);
      }
      var crawls = good.stream().map(id -> registrations.crawl(id, true).crawlId()).toList();

      await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> succeeded(crawls));
    }
  }

  private void succeeded(List<UUID> crawls) {
    var all = worker.getBean(Crawls.class);
    assertThat(crawls)
        .allSatisfy(
            id -> assertThat(all.find(id).orElseThrow().state()).isEqualTo(CrawlState.SUCCEEDED));
  }

  private void hang(int port, int number) {
    var source = registrations.register(DatabaseKind.POSTGRESQL, port, "hung" + number, "u", "p");
    registrations.crawl(source, true);
  }
}
