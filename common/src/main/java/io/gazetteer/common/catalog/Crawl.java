package io.gazetteer.common.catalog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A crawl runs once over one data source.
 *
 * @param epoch grows with every crawl of the data source
 * @param batchesTotal null until there is a plan
 * @param batchesRemaining batches that have not ended; null until there is a plan
 * @param columnsTotal columns the plan counted; null until there is a plan
 */
public record Crawl(
    UUID id,
    UUID dataSourceId,
    long epoch,
    CrawlState state,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Integer batchesTotal,
    @Nullable Integer batchesRemaining,
    @Nullable Long columnsTotal,
    Counts counts,
    @Nullable CrawlError error) {

  /**
   * Counts the relations and columns that a crawl has dealt with so far: {@code seen = indexed +
   * unchanged + excluded + failed} once it has ended well.
   */
  public record Counts(
      long tablesSeen,
      long tablesIndexed,
      long tablesUnchanged,
      long tablesExcluded,
      long tablesFailed,
      long tablesRemoved,
      long columnsSeen) {}

  /** Says why a crawl did not succeed; the code is stable, the message is for people. */
  public record CrawlError(String code, String message) {}
}
