package io.gazetteer.api.crawls.progress;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who watches which crawl: all watchers of a crawl share its snapshots. Thread safe. */
@Component
final class CrawlWatchers {
  private final CrawlSnapshots snapshots;
  private final Semaphore free;
  private final Map<UUID, Shared> watched = new ConcurrentHashMap<>();

  CrawlWatchers(
      CrawlSnapshots snapshots, @Value("${gazetteer.crawl-events.streams:200}") int most) {
    this.snapshots = snapshots;
    this.free = new Semaphore(most);
  }

  private record Shared(LatestSnapshot latest, int watchers) {
    Shared with(int more) {
      return new Shared(latest, watchers + more);
    }
  }

  /** One watcher; others can watch when it is closed. */
  final class Watch implements AutoCloseable {
    private final UUID id;
    private final LatestSnapshot latest;

    private Watch(UUID id, LatestSnapshot latest) {
      this.id = id;
      this.latest = latest;
    }

    /** Empty when there is no such crawl, or not any more. */
    Optional<CrawlSnapshot> look() {
      return latest.get();
    }

    @Override
    public void close() {
      watched.computeIfPresent(
          id, (key, shared) -> shared.watchers() == 1 ? null : shared.with(-1));
      free.release();
    }
  }

  /** Begins to watch; empty when too many do. The caller closes it. */
  Optional<Watch> open(UUID id) {
    if (!free.tryAcquire()) {
      return Optional.empty();
    }
    var shared = watched.compute(id, (key, old) -> old == null ? first(id) : old.with(1));
    return Optional.of(new Watch(id, shared.latest()));
  }

  private Shared first(UUID id) {
    return new Shared(new LatestSnapshot(() -> snapshots.find(id)), 1);
  }
}
