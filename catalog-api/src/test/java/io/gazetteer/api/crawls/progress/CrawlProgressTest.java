package io.gazetteer.api.crawls.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.CrawlState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CrawlProgressTest {
  private static final Crawl.Counts NOTHING = new Crawl.Counts(0, 0, 0, 0, 0, 0, 0);

  @Test
  void knowsNoTotalsBeforeThePlan() {
    var progress = progress(CrawlState.PLANNING, null, null, null, NOTHING, 0, 0, 3.0);

    assertThat(progress).isEqualTo(new CrawlProgress(null, 0, null, 0, null, null, null));
  }

  @Test
  void countsWhatRunningBatchesDidToo() {
    var counts = new Crawl.Counts(100, 20, 10, 5, 5, 0, 400);

    var progress = progress(CrawlState.RUNNING, 8, 4, 1000L, counts, 3, 50, 30.0);

    assertThat(progress.tablesTotal()).isEqualTo(100);
    assertThat(progress.tablesDone()).isEqualTo(43);
    assertThat(progress.columnsDone()).isEqualTo(450);
    assertThat(progress.tablesPerSecond()).isEqualTo(1.3);
    assertThat(progress.columnsPerSecond()).isEqualTo(15.0);
    assertThat(progress.remainingSeconds()).isEqualTo(37);
  }

  @Test
  void knowsNoRestBeforeAnythingIsDone() {
    var counts = new Crawl.Counts(100, 0, 0, 40, 0, 0, 0);

    var progress = progress(CrawlState.RUNNING, 8, 8, 1000L, counts, 0, 0, 0.2);

    assertThat(progress.tablesDone()).isEqualTo(40);
    assertThat(progress.tablesPerSecond()).isEqualTo(0.0);
    assertThat(progress.remainingSeconds()).isNull();
  }

  @Test
  void goesByTablesWhenThereAreNoColumns() {
    var counts = new Crawl.Counts(30, 10, 0, 0, 0, 0, 0);

    var progress = progress(CrawlState.RUNNING, 3, 2, 0L, counts, 0, 0, 5.0);

    assertThat(progress.remainingSeconds()).isEqualTo(10);
  }

  @Test
  void isNeverMoreThanTheWhole() {
    var counts = new Crawl.Counts(10, 9, 0, 0, 0, 0, 90);

    var progress = progress(CrawlState.RUNNING, 2, 1, 100L, counts, 4, 40, 5.0);

    assertThat(progress.tablesDone()).isEqualTo(10);
    assertThat(progress.columnsDone()).isEqualTo(100);
    assertThat(progress.remainingSeconds()).isZero();
  }

  @Test
  void hasNoRestWhenTheBatchesHaveEnded() {
    var counts = new Crawl.Counts(10, 8, 0, 0, 2, 0, 80);

    assertThat(progress(CrawlState.FINISHING, 2, 0, 100L, counts, 0, 0, 5.0).remainingSeconds())
        .isZero();
    assertThat(progress(CrawlState.CANCELLED, 2, 1, 100L, counts, 0, 0, 5.0).remainingSeconds())
        .isZero();
  }

  private static CrawlProgress progress(
      CrawlState state,
      @Nullable Integer batches,
      @Nullable Integer remaining,
      @Nullable Long columns,
      Crawl.Counts counts,
      long runningTables,
      long runningColumns,
      double seconds) {
    var id = UUID.randomUUID();
    var now = Instant.now();
    var crawl =
        new Crawl(id, id, 1, state, now, now, null, batches, remaining, columns, counts, null);
    return CrawlProgress.of(
        new CrawlSnapshot(
            crawl, new CrawlSnapshot.Running(runningTables, runningColumns), seconds));
  }
}
