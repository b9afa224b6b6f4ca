package io.gazetteer.api.crawls.progress;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Counts who watches crawls: each caller watches a few at once, and all together a bounded number.
 * All watchers of a crawl share its snapshots. Thread safe.
 */
@Component
final class CrawlWatchers {
  /** More than anyone looks at; one caller must not take what there is for all. */
  private static final int MOST_OF_ONE = 10;

  private final LatestSnapshots snapshots;
  private final Semaphore free;
  private final ConcurrentHashMap<String, Integer> watching = new ConcurrentHashMap<>();

  CrawlWatchers(
      CrawlSnapshots snapshots,
      Ticker ticker,
      @Value("${gazetteer.crawl-events.streams:200}") int most) {
    this.snapshots = new LatestSnapshots(snapshots::find, ticker);
    this.free = new Semaphore(most);
  }

  /** Watches one crawl; others can watch when it is closed. */
  final class Watch implements AutoCloseable {
    private final UUID id;
    private final String caller;

    private Watch(UUID id, String caller) {
      this.id = id;
      this.caller = caller;
    }

    /** Returns the newest snapshot; empty when there is no such crawl, or not any more. */
    Optional<CrawlSnapshot> look() {
      return snapshots.get(id);
    }

    @Override
    public void close() {
      free.release();
      leave(caller);
    }
  }

  /**
   * Begins to watch; empty when too many do, or this caller does too often. The caller closes it.
   *
   * @param caller the key of whoever watches
   */
  Optional<Watch> open(UUID id, String caller) {
    if (!enter(caller)) {
      return Optional.empty();
    }
    if (!free.tryAcquire()) {
      leave(caller);
      return Optional.empty();
    }
    return Optional.of(new Watch(id, caller));
  }

  private boolean enter(String caller) {
    boolean[] entered = {false};
    watching.compute(
        caller,
        (key, count) -> {
          int before = count == null ? 0 : count;
          entered[0] = before < MOST_OF_ONE;
          return entered[0] ? before + 1 : before;
        });
    return entered[0];
  }

  private void leave(String caller) {
    watching.computeIfPresent(caller, (key, count) -> count == 1 ? null : count - 1);
  }
}
