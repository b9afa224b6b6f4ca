package io.gazetteer.api.crawls.progress;

import io.gazetteer.common.catalog.Crawl;
import org.jspecify.annotations.Nullable;

/**
 * A crawl at one moment.
 *
 * @param running what the batches that have not ended did so far; the crawl's counts lack it
 * @param elapsedSeconds from its start to its end, or to the moment; null before its start
 */
record CrawlSnapshot(Crawl crawl, Running running, @Nullable Double elapsedSeconds) {
  record Running(long tables, long columns) {}

  /** Says whether nothing has happened in between but that time went by. */
  boolean saysTheSameAs(CrawlSnapshot other) {
    return crawl.equals(other.crawl) && running.equals(other.running);
  }

  /** Returns the snapshot as the caller of this thread's request may see it. */
  CrawlSnapshot seen() {
    return new CrawlSnapshot(SeenCrawl.of(crawl), running, elapsedSeconds);
  }

  boolean isFinal() {
    return !crawl.state().isLive();
  }
}
