package io.gazetteer.api.crawls.control;

import io.gazetteer.api.failure.DomainException;

/** A crawl of the data source is live, so that no other one can start. */
public final class CrawlRunningException extends DomainException {
  CrawlRunningException() {
    super("A crawl of this data source is running already");
  }
}
