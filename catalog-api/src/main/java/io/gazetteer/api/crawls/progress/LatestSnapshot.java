package io.gazetteer.api.crawls.progress;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;

/** A crawl's latest snapshot, looked up at most twice a second however many ask. Thread safe. */
final class LatestSnapshot {
  static final Duration KEPT = Duration.ofMillis(500);

  private final Supplier<Optional<CrawlSnapshot>> lookup;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<CrawlSnapshot> latest = Optional.empty();
  private long nextLookup = System.nanoTime();

  LatestSnapshot(Supplier<Optional<CrawlSnapshot>> lookup) {
    this.lookup = lookup;
  }

  /**
   * Empty when there is no such crawl (any more). While the catalog store is away, what it said
   * last is the latest.
   *
   * @throws DataAccessException when the store is away and has said nothing yet
   */
  Optional<CrawlSnapshot> get() {
    lock.lock();
    try {
      if (System.nanoTime() - nextLookup >= 0) {
        latest = lookup();
        nextLookup = System.nanoTime() + KEPT.toNanos();
      }
      return latest;
    } finally {
      lock.unlock();
    }
  }

  private Optional<CrawlSnapshot> lookup() {
    try {
      return lookup.get();
    } catch (DataAccessException e) {
      if (latest.isEmpty()) {
        throw e;
      }
      return latest;
    }
  }
}
