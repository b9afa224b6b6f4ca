package io.gazetteer.api.crawls.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.CrawlState;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class LatestSnapshotTest {
  private final AtomicInteger lookups = new AtomicInteger();

  @Test
  void looksOnceForAllWhoAsk() {
    var latest =
        new LatestSnapshot(
            () -> {
              lookups.incrementAndGet();
              return Optional.empty();
            });

    for (int i = 0; i < 1000; i++) {
      latest.get();
    }
    assertThat(lookups.get()).isLessThan(10);
    int before = lookups.get();
    await().until(() -> latest.get().isEmpty() && lookups.get() > before);
  }

  @Test
  void staysWithWhatItKnowsWhileTheStoreIsAway() {
    var latest =
        new LatestSnapshot(
            () -> {
              if (lookups.getAndIncrement() > 0) {
                throw new DataAccessResourceFailureException("away");
              }
              return Optional.of(snapshot());
            });

    var first = latest.get();
    await().until(() -> latest.get().isPresent() && lookups.get() > 1);

    assertThat(latest.get()).isEqualTo(first);
  }

  @Test
  void failsWhenItKnowsNothingYet() {
    var latest =
        new LatestSnapshot(
            () -> {
              throw new DataAccessResourceFailureException("away");
            });

    assertThatThrownBy(latest::get).isInstanceOf(DataAccessResourceFailureException.class);
  }

  private static CrawlSnapshot snapshot() {
    var id = UUID.randomUUID();
    var counts = new Crawl.Counts(0, 0, 0, 0, 0, 0, 0);
    var crawl =
        new Crawl(
            id,
            id,
            1,
            CrawlState.PENDING,
            Instant.EPOCH,
            null,
            null,
            null,
            null,
            null,
            counts,
            null);
    return new CrawlSnapshot(crawl, new CrawlSnapshot.Running(0, 0), null);
  }
}
