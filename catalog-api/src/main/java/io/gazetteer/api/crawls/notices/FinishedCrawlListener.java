package io.gazetteer.api.crawls.notices;

import io.gazetteer.common.events.CrawlFinished;

/**
 * A bean of this type is told of finished crawls, in each process that has it. The calls come one
 * after the other in one thread, which all listeners share: do what takes long elsewhere.
 */
public interface FinishedCrawlListener {
  /** A crawl has reached its final state, whichever it is; told once, or more than once. */
  void crawlFinished(CrawlFinished crawl);

  /**
   * Crawls may have finished that nobody was told of, so whatever is kept of any data source may be
   * out of date. Told when listening begins, which is after the start of the process.
   */
  void crawlsMissed();
}
