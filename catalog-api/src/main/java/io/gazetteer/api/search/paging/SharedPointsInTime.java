package io.gazetteer.api.search.paging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.gazetteer.api.crawls.notices.FinishedCrawlListener;
import io.gazetteer.common.events.CrawlFinished;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * The points in time that first pages are found in: all that ask the same shards within a quarter
 * of a second have the same one, so that many searches cost few. Nobody closes it, since others may
 * be in the middle of it. Thread safe.
 */
@Component
public final class SharedPointsInTime implements FinishedCrawlListener {
  private static final Duration SHARED = Duration.ofMillis(250);

  /** So many that are asked differently are open to be shared. */
  private static final int MOST = 64;

  private final PointsInTime pointsInTime;
  private final Cache<Wanted, Optional<String>> newest;
  private final AtomicLong finishedCrawls = new AtomicLong();

  SharedPointsInTime(PointsInTime pointsInTime, Ticker ticker) {
    this.pointsInTime = pointsInTime;
    this.newest =
        Caffeine.newBuilder().expireAfterWrite(SHARED).maximumSize(MOST).ticker(ticker).build();
  }

  /**
   * With the number of crawls that have finished: one that is being opened when another crawl
   * finishes may be older than what that crawl wrote.
   */
  private record Wanted(String indexes, Map<String, String> routing, long finishedCrawls) {}

  /**
   * One that was opened a quarter of a second ago at most. One thread opens it, and the others wait
   * for that one.
   *
   * @return empty when there are too many, or when it cannot be opened
   */
  public Optional<String> of(String indexes, Map<String, String> routing) {
    return newest.get(
        new Wanted(indexes, routing, finishedCrawls.get()),
        wanted -> pointsInTime.open(indexes, routing));
  }

  /** It is no more, so that nobody shall get it. */
  public void lost(String id) {
    newest.asMap().values().remove(Optional.of(id));
  }

  /** What the crawl has written must be found from now on. */
  @Override
  public void crawlFinished(CrawlFinished crawl) {
    crawlsMissed();
  }

  @Override
  public void crawlsMissed() {
    finishedCrawls.incrementAndGet();
  }
}
