package io.gazetteer.api.crawls.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.CrawlState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class LatestSnapshotsTest {
  private static final UUID CRAWL = UUID.randomUUID();

  private final LatestSnapshots latest = new LatestSnapshots(this::lookup, () -> this.nanos);
  private long nanos;
  private int lookups;
  private boolean isAway;
  private Optional<CrawlSnapshot> stored = Optional.of(snapshot());

  private Optional<CrawlSnapshot> lookup(UUID id) {
    lookups++;
    if (isAway) {
      throw new DataAccessResourceFailureException("away");
    }
    return stored;
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Test
  void looksOnceForAllWhoAsk() {
    for (int i = 0; i < 1000; i++) {
      assertThat(latest.get(CRAWL)).isEqualTo(stored);
    }
    assertThat(lookups).isEqualTo(1);
  }

  @Test
  void looksAgainAfterHalfASecond() {
    latest.get(CRAWL);
    stored = Optional.empty();
    pass(LatestSnapshots.KEPT);
    assertThat(latest.get(CRAWL)).isPresent();
    pass(Duration.ofNanos(1));
    assertThat(latest.get(CRAWL)).isEmpty();
  }

  /** Whoever begins to watch shall not be told what was true when others watched. */
  @Test
  void forgetsWhatNobodyWatches() {
    latest.get(CRAWL);
    pass(Duration.ofSeconds(5));
    isAway = true;
    assertThatThrownBy(() -> latest.get(CRAWL))
        .isInstanceOf(DataAccessResourceFailureException.class);
  }

  @Test
  void staysWithWhatItKnowsWhileTheStoreIsAway() {
    latest.get(CRAWL);
    isAway = true;
    for (int i = 1; i <= 30; i++) {
      pass(LatestSnapshots.KEPT.plusNanos(1));
      assertThat(latest.get(CRAWL)).isEqualTo(stored);
      assertThat(lookups).isEqualTo(1 + i);
    }
  }

  @Test
  void failsWhenItKnowsNothingYet() {
    isAway = true;
    assertThatThrownBy(() -> latest.get(CRAWL))
        .isInstanceOf(DataAccessResourceFailureException.class);
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
