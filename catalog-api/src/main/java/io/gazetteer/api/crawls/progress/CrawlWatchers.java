package io.gazetteer.api.crawls.progress;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who watches crawls: so many at once, and all watchers of a crawl share its snapshots. Thread
 * safe.
 */
@Component
final class CrawlWatchers {
  private final LatestSnapshots snapshots;
  private final Semaphore free;

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

    private Watch(UUID id) {
      this.id = id;
    }

    /** Returns the newest snapshot; empty when there is no such crawl, or not any more. */
    Optional<CrawlSnapshot> look() {
      return snapshots.get(id);
    }

    @Override
    public void close() {
      free.release();
    }
  }

  /** Begins to watch; empty when too many do. The caller closes it. */
  Optional<Watch> open(UUID id) {
    return free.tryAcquire() ? Optional.of(new Watch(id)) : Optional.empty();
  }
}
