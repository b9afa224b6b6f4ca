package io.gazetteer.worker.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.common.catalog.Crawls;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.worker.testing.fixtures.CrawledDatabase;
import io.gazetteer.worker.testing.processes.WorkerServers;
import io.gazetteer.worker.testing.relay.Gate;
import io.gazetteer.worker.testing.relay.PostgresFraming;
import io.gazetteer.worker.testing.relay.Relay;
import io.gazetteer.worker.testing.relay.Request;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Sources that take a connection and then say nothing, or say it slowly. */
class HungSourceIT extends CrawledDatabase {
  private static final int HUNG = 50;
  private static final int GOOD = 10;

  /** A batch takes a dozen of them: longer than {@link WorkerServers#LONGEST_POLL}. */
  private static final Duration ANSWER = Duration.ofMillis(500);

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

  /** A consumer that waits for a source longer than it may is taken for dead, again and again. */
  @Test
  void aSlowSourceMakesNoConsumerLeaveItsGroup() {
    double before = rebalances();
    assertThat(before).isPositive();
    var source = register();
    try (var relay =
        new Relay(TestServers.postgres().port(), PostgresFraming::new, HungSourceIT::slowly)) {
      catalog
          .sql("update data_source set port = ? where id = ?")
          .params(relay.port(), source)
          .update();
      var crawl = registrations.crawl(source, true).crawlId();
      assertThat(end(crawl).state()).isEqualTo(CrawlState.SUCCEEDED);
    }
    assertThat(rebalances()).isEqualTo(before);
  }

  private static Gate.Verdict slowly(Object connection, Request request) {
    LockSupport.parkNanos(ANSWER.toNanos());
    return Gate.Verdict.PASS;
  }

  private double rebalances() {
    return worker
        .getBean(MeterRegistry.class)
        .find("kafka.consumer.coordinator.rebalance.total")
        .functionCounters()
        .stream()
        .mapToDouble(FunctionCounter::count)
        .sum();
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
