package io.gazetteer.common.catalog;

/** Names the states of a crawl, in the order it goes through them; it never leaves a final one. */
public enum CrawlState {
  /** The crawl is registered or requested; no worker has taken it. */
  PENDING,
  /** A worker lists the relations and cuts them into batches. */
  PLANNING,
  /** Workers read the batches and index them. */
  RUNNING,
  /** All batches have ended; what the source no longer has is removed, and counts are checked. */
  FINISHING,
  /** The index holds everything the source has, and nothing else. */
  SUCCEEDED,
  /** Some relations could not be read or indexed; their old documents stay. */
  PARTIAL,
  /** The crawl would remove so much that someone must confirm; nothing was removed. */
  HELD,
  /** Nothing could be done; the index is as it was before. */
  FAILED,
  /** Someone stopped the crawl or deleted the data source. */
  CANCELLED;

  /** Returns whether work on the crawl goes on: at most one crawl of a data source is live. */
  public boolean isLive() {
    return compareTo(FINISHING) <= 0;
  }
}
