package io.gazetteer.api.search.paging;

import io.gazetteer.api.crawls.notices.FinishedCrawlListener;
import io.gazetteer.common.events.CrawlFinished;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.stereotype.Component;

/**
 * The points in time that first pages are found in: all that ask the same shards within a quarter
 * of a second have the same one, so that many searches cost few. Nobody closes it, since others may
 * be in the middle of it. Thread safe.
 */
@Component
public final class SharedPointsInTime implements FinishedCrawlListener {
  private static final long SHARED = Duration.ofMillis(250).toNanos();

  /** So many that are asked differently are open to be shared. */
  private static final int MOST = 64;

  private final PointsInTime pointsInTime;
  private final Map<Shards, Shared> newest = new HashMap<>();

  SharedPointsInTime(PointsInTime pointsInTime) {
    this.pointsInTime = pointsInTime;
  }

  private record Shards(String indexes, Map<String, String> routing) {}

  private record Shared(FutureTask<Optional<String>> opening, long since) {
    boolean isFresh() {
      return System.nanoTime() - since < SHARED;
    }

    /** One thread opens it, and the others wait for that one. */
    Optional<String> opened() {
      opening.run();
      try {
        return opening.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      } catch (ExecutionException e) {
        return Optional.empty();
      }
    }

    boolean is(String id) {
      return opening.isDone() && opened().filter(id::equals).isPresent();
    }
  }

  /**
   * One that is a quarter of a second old at most.
   *
   * @return empty when there are too many, or when it cannot be opened
   */
  public Optional<String> of(String indexes, Map<String, String> routing) {
    return shared(new Shards(indexes, routing)).flatMap(Shared::opened);
  }

  private synchronized Optional<Shared> shared(Shards shards) {
    var known = newest.get(shards);
    if (known != null && known.isFresh()) {
      return Optional.of(known);
    }
    if (known == null && newest.size() >= MOST) {
      newest.values().removeIf(shared -> !shared.isFresh());
      if (newest.size() >= MOST) {
        return Optional.empty();
      }
    }
    var fresh =
        new Shared(
            new FutureTask<>(() -> pointsInTime.open(shards.indexes(), shards.routing())),
            System.nanoTime());
    newest.put(shards, fresh);
    return Optional.of(fresh);
  }

  /** It is no more, so that nobody shall get it. */
  public synchronized void lost(String id) {
    newest.values().removeIf(shared -> shared.is(id));
  }

  /** What the crawl has written must be found from now on. */
  @Override
  public void crawlFinished(CrawlFinished crawl) {
    crawlsMissed();
  }

  @Override
  public synchronized void crawlsMissed() {
    newest.clear();
  }
}
