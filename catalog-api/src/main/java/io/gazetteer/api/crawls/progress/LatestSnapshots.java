package io.gazetteer.api.crawls.progress;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;

/**
 * The crawls' latest snapshots, each looked up at most twice a second however many ask. Thread
 * safe.
 */
final class LatestSnapshots {
  static final Duration KEPT = Duration.ofMillis(500);

  /** Whoever watches looks more often than that. */
  private static final Duration WATCHED = Duration.ofSeconds(5);

  private final LoadingCache<UUID, Optional<CrawlSnapshot>> latest;

  LatestSnapshots(Function<UUID, Optional<CrawlSnapshot>> lookup, Ticker ticker) {
    latest =
        Caffeine.newBuilder()
            .refreshAfterWrite(KEPT)
            .expireAfterAccess(WATCHED)
            .executor(Runnable::run)
            .ticker(ticker)
            .build(new Lookup(lookup));
  }

  /**
   * Returns the latest snapshot; empty when there is no such crawl (any more). While the catalog
   * store is away, what it said last is the latest.
   *
   * @throws DataAccessException when the store is away and has said nothing yet
   */
  Optional<CrawlSnapshot> get(UUID id) {
    return latest.get(id);
  }

  private record Lookup(Function<UUID, Optional<CrawlSnapshot>> lookup)
      implements CacheLoader<UUID, Optional<CrawlSnapshot>> {
    @Override
    public Optional<CrawlSnapshot> load(UUID id) {
      return lookup.apply(id);
    }

    @Override
    public Optional<CrawlSnapshot> reload(UUID id, Optional<CrawlSnapshot> last) {
      try {
        return load(id);
      } catch (DataAccessException away) {
        return last;
      }
    }
  }
}
