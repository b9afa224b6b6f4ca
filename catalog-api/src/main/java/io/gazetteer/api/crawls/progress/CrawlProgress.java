package io.gazetteer.api.crawls.progress;

import io.gazetteer.common.catalog.Crawl;
import org.jspecify.annotations.Nullable;

/**
 * Says how far a crawl is.
 *
 * @param tablesTotal null until there is a plan, like {@code columnsTotal}
 * @param tablesDone indexed, unchanged, excluded or failed; never more than the total
 * @param tablesPerSecond since the crawl's start, what it only excluded left out; null while
 *     unknown, like {@code columnsPerSecond}; rounded to a tenth
 * @param remainingSeconds an estimate at the pace so far; null while unknown, 0 when all batches
 *     have ended
 */
public record CrawlProgress(
    @Nullable Long tablesTotal,
    long tablesDone,
    @Nullable Long columnsTotal,
    long columnsDone,
    @Nullable Double tablesPerSecond,
    @Nullable Double columnsPerSecond,
    @Nullable Long remainingSeconds) {

  static CrawlProgress of(CrawlSnapshot snapshot) {
    var crawl = snapshot.crawl();
    var read = new Part(tablesTotal(crawl), tablesDone(snapshot), crawl.counts().tablesExcluded());
    var columns = new Part(crawl.columnsTotal(), columnsDone(snapshot), 0);
    var seconds = crawl.batchesTotal() == null ? null : snapshot.elapsedSeconds();
    return new CrawlProgress(
        read.total(),
        read.shown(),
        columns.total(),
        columns.shown(),
        tenths(read.pace(seconds)),
        tenths(columns.pace(seconds)),
        remaining(crawl, read, columns, seconds));
  }

  /**
   * Counts tables or columns.
   *
   * @param free how many of those done cost nothing
   */
  private record Part(@Nullable Long total, long done, long free) {
    long shown() {
      return total == null ? done : Math.min(done, total);
    }

    @Nullable Double pace(@Nullable Double seconds) {
      return seconds == null || seconds <= 0 ? null : (done - free) / seconds;
    }

    @Nullable Long remaining(@Nullable Double seconds) {
      var pace = pace(seconds);
      return total == null || pace == null || pace <= 0
          ? null
          : (long) Math.ceil((total - shown()) / pace);
    }
  }

  private static @Nullable Long tablesTotal(Crawl crawl) {
    return crawl.batchesTotal() == null ? null : crawl.counts().tablesSeen();
  }

  private static long tablesDone(CrawlSnapshot snapshot) {
    var counts = snapshot.crawl().counts();
    return counts.tablesIndexed()
        + counts.tablesUnchanged()
        + counts.tablesExcluded()
        + counts.tablesFailed()
        + snapshot.running().tables();
  }

  private static long columnsDone(CrawlSnapshot snapshot) {
    return snapshot.crawl().counts().columnsSeen() + snapshot.running().columns();
  }

  /** Measures by columns, which take the time; a database may have none, though. */
  private static @Nullable Long remaining(
      Crawl crawl, Part tables, Part columns, @Nullable Double seconds) {
    var batches = crawl.batchesRemaining();
    if (!crawl.state().isLive() || (batches != null && batches == 0)) {
      return 0L;
    }
    return columns.total() == null || columns.total() == 0
        ? tables.remaining(seconds)
        : columns.remaining(seconds);
  }

  private static @Nullable Double tenths(@Nullable Double number) {
    return number == null ? null : Math.round(number * 10) / 10.0;
  }
}
