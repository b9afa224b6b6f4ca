package io.gazetteer.api.search.vocabulary;

import io.gazetteer.api.crawls.notices.FinishedCrawlListener;
import io.gazetteer.api.web.Problem;
import io.gazetteer.common.events.CrawlFinished;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads the vocabulary anew at the start, after finished crawls, and now and then in case nobody
 * told of one. Many crawls that finish together make one reading, and reading never takes more than
 * a tenth of the time. What cannot be read stays as it was, and is tried again.
 */
final class VocabularyRefresh implements FinishedCrawlListener, SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(VocabularyRefresh.class);
  private static final int REST = 9;

  private final Vocabulary vocabulary;
  private final IntFunction<List<String>> indexed;
  private final Times times;
  private final Semaphore wanted = new Semaphore(1);
  private volatile @Nullable Thread thread;

  /**
   * When to read.
   *
   * @param gather how long to wait for more crawls to finish
   * @param interval between readings nobody asked for
   * @param retry after a reading that failed
   */
  record Times(Duration gather, Duration interval, Duration retry) {}

  /**
   * @param indexed gives the so many most frequent words of the index
   */
  VocabularyRefresh(Vocabulary vocabulary, IntFunction<List<String>> indexed, Times times) {
    this.vocabulary = vocabulary;
    this.indexed = indexed;
    this.times = times;
  }

  @Override
  public void crawlFinished(CrawlFinished crawl) {
    wanted.release();
  }

  @Override
  public void crawlsMissed() {
    wanted.release();
  }

  private void run() {
    try {
      while (isRunning()) {
        boolean asked = wanted.tryAcquire(times.interval().toMillis(), TimeUnit.MILLISECONDS);
        if (asked && vocabulary.size() > 0) {
          Thread.sleep(times.gather());
        }
        wanted.drainPermits();
        long start = System.nanoTime();
        if (refresh()) {
          Thread.sleep(Duration.ofNanos(REST * (System.nanoTime() - start)));
        } else {
          Thread.sleep(times.retry());
          wanted.release();
        }
      }
    } catch (InterruptedException e) {
      // The process ends.
    }
  }

  private boolean refresh() {
    try {
      vocabulary.replace(WordIndex.of(indexed.apply(Vocabulary.MOST_WORDS)));
      return true;
    } catch (Problem unavailable) {
      // Logged where it was noticed.
      return false;
    } catch (RuntimeException e) {
      log.error("The vocabulary cannot be read; the old one stays", e);
      return false;
    }
  }

  @Override
  public void start() {
    var starting = Thread.ofPlatform().daemon().name("vocabulary").unstarted(this::run);
    thread = starting;
    starting.start();
  }

  @Override
  public void stop() {
    var stopping = thread;
    thread = null;
    if (stopping != null) {
      stopping.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
