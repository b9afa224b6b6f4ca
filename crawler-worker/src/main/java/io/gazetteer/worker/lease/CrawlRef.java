package io.gazetteer.worker.lease;

import java.util.UUID;

/** Names one crawl; the epoch fences off everyone who means an older one. */
public record CrawlRef(UUID dataSourceId, UUID crawlId, long epoch) {

  /** The low bits of a document's version are for the attempt, those above for the epoch. */
  public static final int ATTEMPT_BITS = 16;

  /** Returns the version of everything an attempt of this crawl writes; a later one is higher. */
  public long documentVersion(int attempt) {
    return epoch << ATTEMPT_BITS | attempt;
  }
}
