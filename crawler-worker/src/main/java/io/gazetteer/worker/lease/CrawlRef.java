package io.gazetteer.worker.lease;

import java.util.UUID;

/** Names one crawl; the epoch fences off everyone who means an older one. */
public record CrawlRef(UUID dataSourceId, UUID crawlId, long epoch) {

  /** Returns the version of everything an attempt of this crawl writes; a later one is higher. */
  public long documentVersion(int attempt) {
    return epoch << 16 | attempt;
  }
}
