package io.gazetteer.api.crawls.progress;

import io.gazetteer.common.catalog.Crawl;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A crawl as the API shows it in passing; {@link CrawlDetails} says more. */
public record CrawlView(
    UUID id,
    UUID dataSourceId,
    String state,
    long epoch,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Integer batchesTotal,
    @Nullable Integer batchesDone,
    @Nullable Long columnsTotal,
    long tablesSeen,
    long tablesIndexed,
    long tablesUnchanged,
    long tablesExcluded,
    long tablesFailed,
    long tablesRemoved,
    long columnsSeen,
    Crawl.@Nullable CrawlError error) {

  /** Shows a crawl as the caller of this thread's request may see it. */
  public static CrawlView of(Crawl stored) {
    var crawl = SeenCrawl.of(stored);
    var counts = crawl.counts();
    return new CrawlView(
        crawl.id(),
        crawl.dataSourceId(),
        crawl.state().name(),
        crawl.epoch(),
        crawl.createdAt(),
        crawl.startedAt(),
        crawl.finishedAt(),
        crawl.batchesTotal(),
        batchesDone(crawl),
        crawl.columnsTotal(),
        counts.tablesSeen(),
        counts.tablesIndexed(),
        counts.tablesUnchanged(),
        counts.tablesExcluded(),
        counts.tablesFailed(),
        counts.tablesRemoved(),
        counts.columnsSeen(),
        crawl.error());
  }

  private static @Nullable Integer batchesDone(Crawl crawl) {
    var total = crawl.batchesTotal();
    var remaining = crawl.batchesRemaining();
    return total == null || remaining == null ? null : Integer.valueOf(total - remaining);
  }
}
