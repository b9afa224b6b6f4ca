package io.gazetteer.common.catalog;

/** The states of a crawl, in the order it goes through them; a final one is never left. */
public enum CrawlState {
  /** Registered or requested; no worker has taken it. */
  PENDING,
  /** A worker lists the relations and cuts them into batches. */
  PLANNING,
  /** Batches are introspected and indexed. */
  RUNNING,
  /** All batches have ended; what the source no longer has is removed and counts are checked. */
  FINISHING,
  /** Everything the source has is in the index, and nothing else. */
  SUCCEEDED,
  /** Some relations could not be read or indexed; their old documents stay. */
  PARTIAL,
  /** It would remove so much that someone must confirm; nothing was removed. */
  HELD,
  /** Nothing could be done; the index is as before. */
  FAILED,
  /** Someone stopped it, or the data source was deleted. */
  CANCELLED;

  /** Whether work on the crawl goes on: at most one crawl of a data source is live. */
  public boolean isLive() {
    return compareTo(FINISHING) <= 0;
  }
}
