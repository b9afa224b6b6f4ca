package io.gazetteer.api.crawls.progress;

import com.github.benmanes.caffeine.cache.Ticker;
import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.ratelimit.Places;
import java.util.Optional;
import java.util.UUID;
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
  private final Places places;

  CrawlWatchers(
      CrawlSnapshots snapshots,
      Ticker ticker,
      @Value("${gazetteer.crawl-events.streams:200}") int most) {
    this.snapshots = new LatestSnapshots(snapshots::find, ticker);
    this.places = new Places(most, MOST_OF_ONE);
  }

  /** Watches one crawl; others can watch when it is closed. */
  final class Watch implements AutoCloseable {
    private final UUID id;
    private final Places.Place place;

    private Watch(UUID id, Places.Place place) {
      this.id = id;
      this.place = place;
    }

    /** Returns the newest snapshot; empty when there is no such crawl, or not any more. */
    Optional<CrawlSnapshot> look() {
      return snapshots.get(id);
    }

    @Override
    public void close() {
      place.close();
    }
  }

  /**
   * Begins to watch; empty when too many do, or this caller does too often. The caller closes it.
   *
   * @param caller who watches
   */
  Optional<Watch> open(UUID id, Caller caller) {
    return places.take(caller).map(place -> new Watch(id, place));
  }
}
