package io.gazetteer.worker.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.worker.testing.fixtures.CrawledDatabase;
import io.gazetteer.worker.testing.processes.FloodingServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A source that is after our memory. */
class RogueSourceIT extends CrawledDatabase {
  private static final long MODEST = 64L << 20;

  @Test
  void floodCostsOneFailedCrawlAndNoMemory() throws IOException {
    var good = register();
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (var server = FloodingServer.start()) {
      var rogue = registrations.register(DatabaseKind.POSTGRESQL, server.port(), "rogue", "u", "p");
      long before = threads.getTotalThreadAllocatedBytes();

      var failed = crawl(rogue);

      assertThat(threads.getTotalThreadAllocatedBytes() - before).isLessThan(MODEST);
      assertThat(server.floods()).isPositive();
      assertThat(failed.state()).isEqualTo(CrawlState.FAILED);
      assertThat(Objects.requireNonNull(failed.error()).code()).isEqualTo("answer_too_large");
      assertThat(crawl(good).state()).isEqualTo(CrawlState.SUCCEEDED);
    }
  }
}
