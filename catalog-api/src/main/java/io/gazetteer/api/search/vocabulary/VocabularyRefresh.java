package io.gazetteer.api.search.vocabulary;

import com.github.benmanes.caffeine.cache.Ticker;
import io.gazetteer.api.crawls.notices.FinishedCrawlListener;
import io.gazetteer.common.events.CrawlFinished;
import io.gazetteer.common.index.IndexUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Reads the vocabulary anew at the start, after finished crawls, and now and then in case nobody
 * told of one. Many crawls that finish together make one reading, and after one the next waits nine
 * times as long as that took, but never more than {@link Times#rest}: what a crawl has found must
 * be known within seconds. What cannot be read stays as it was, and is tried again.
 */
final class VocabularyRefresh implements FinishedCrawlListener {
  private static final Logger log = LoggerFactory.getLogger(VocabularyRefresh.class);
  private static final int REST = 9;

  private final Vocabulary vocabulary;
  private final IntFunction<List<String>> indexed;
  private final Runnable others;
  private final Times times;
  private final Ticker ticker;

  /** When the first of the crawls finished that the next reading is for. */
  private final AtomicReference<@Nullable Long> asked = new AtomicReference<>();

  /** When the next reading may be, and when it must be. */
  private long earliest;

  private long latest;

  /**
   * When to read.
   *
   * @param gather how long to wait for more crawls to finish
   * @param interval between readings nobody asked for
   * @param retry after a reading that failed
   * @param rest after a reading, at most
   */
  record Times(Duration gather, Duration interval, Duration retry, Duration rest) {}

  /**
   * @param indexed gives the most frequent words of the index, by their number
   * @param others what else is to be read at the same times
   */
  VocabularyRefresh(
      Vocabulary vocabulary,
      IntFunction<List<String>> indexed,
      Runnable others,
      Times times,
      Ticker ticker) {
    this.others = others;
    this.vocabulary = vocabulary;
    this.indexed = indexed;
    this.times = times;
    this.ticker = ticker;
    earliest = ticker.read();
    latest = earliest;
  }

  @Override
  public void crawlFinished(CrawlFinished crawl) {
    crawlsMissed();
  }

  @Override
  public void crawlsMissed() {
    asked.compareAndSet(null, ticker.read());
  }

  /** Reads if it is time to. Not thread-safe. */
  @Scheduled(fixedDelay = 100)
  void refreshWhenDue() {
    long start = ticker.read();
    if (start - earliest < 0 || !isWanted(start)) {
      return;
    }
    asked.set(null);
    boolean done = refresh();
    long end = ticker.read();
    earliest =
        end
            + (done
                ? Math.min(REST * (end - start), times.rest().toNanos())
                : times.retry().toNanos());
    latest = done ? end + times.interval().toNanos() : earliest;
  }

  private boolean isWanted(long now) {
    var since = asked.get();
    long gather = vocabulary.size() > 0 ? times.gather().toNanos() : 0;
    return (since != null && now - since >= gather) || now - latest >= 0;
  }

  private boolean refresh() {
    try {
      vocabulary.replace(WordIndex.of(indexed.apply(Vocabulary.MOST_WORDS)));
      others.run();
      return true;
    } catch (IndexUnavailableException e) {
      log.warn("The vocabulary cannot be read now; the old one stays: {}", e.getMessage());
      return false;
    } catch (RuntimeException e) {
      log.error("The vocabulary cannot be read; the old one stays", e);
      return false;
    }
  }
}
