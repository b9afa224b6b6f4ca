package io.gazetteer.api.crawls;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gazetteer.common.catalog.Crawl;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A crawl as the API shows it.
 *
 * @param failures the first relations that could not be read or indexed; null where a crawl is
 *     shown in passing
 */
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
    long tablesSeen,
    long tablesIndexed,
    long tablesUnchanged,
    long tablesExcluded,
    long tablesFailed,
    long tablesRemoved,
    long columnsSeen,
    Crawl.@Nullable CrawlError error,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<FailureView> failures) {

  /** A relation that could not be read or indexed. */
  public record FailureView(String schema, String table, String code, String message) {}

  public static CrawlView of(Crawl crawl) {
    return of(crawl, null);
  }

  static CrawlView of(Crawl crawl, @Nullable List<FailureView> failures) {
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
        counts.tablesSeen(),
        counts.tablesIndexed(),
        counts.tablesUnchanged(),
        counts.tablesExcluded(),
        counts.tablesFailed(),
        counts.tablesRemoved(),
        counts.columnsSeen(),
        crawl.error(),
        failures);
  }

  private static @Nullable Integer batchesDone(Crawl crawl) {
    var total = crawl.batchesTotal();
    var remaining = crawl.batchesRemaining();
    return total == null || remaining == null ? null : Integer.valueOf(total - remaining);
  }
}
