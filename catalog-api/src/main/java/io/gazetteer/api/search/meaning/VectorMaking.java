package io.gazetteer.api.search.meaning;

import io.gazetteer.api.crawls.notices.FinishedCrawlListener;
import io.gazetteer.common.events.CrawlFinished;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes the vectors of tables in the background, after crawls and when the process has started.
 * Most are in the catalog store already; a table that did not change has the same key, and costs
 * nothing. It takes one processor core at most, half of one while a crawl is under way, and no
 * crawl waits for it.
 */
@Component
final class VectorMaking implements FinishedCrawlListener, SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(VectorMaking.class);
  private static final int PIECES_OF_A_TABLE = 64;
  private static final int AT_ONCE = 50;
  private static final int STORED_AT_ONCE = 2_000;
  private static final Duration FAREWELL = Duration.ofSeconds(5);
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(10);

  private final Meanings meanings;
  private final TableVectors vectors;
  private final StoredVectors stored;
  private final TableTexts texts;

  /** The data sources that were crawled; empty for all. */
  private final Set<Optional<UUID>> waiting = new LinkedHashSet<>();

  private volatile boolean running;
  private volatile @Nullable Thread thread;

  VectorMaking(Meanings meanings, TableVectors vectors, StoredVectors stored, TableTexts texts) {
    this.meanings = meanings;
    this.vectors = vectors;
    this.stored = stored;
    this.texts = texts;
  }

  @Override
  public void crawlFinished(CrawlFinished crawl) {
    add(Optional.of(crawl.dataSourceId()));
  }

  @Override
  public void crawlsMissed() {
    add(Optional.empty());
  }

  private void add(Optional<UUID> dataSourceId) {
    if (meanings.areWanted()) {
      synchronized (waiting) {
        waiting.add(dataSourceId);
        waiting.notifyAll();
      }
    }
  }

  @Override
  public void start() {
    if (!meanings.areWanted()) {
      return;
    }
    running = true;
    var starting = Thread.ofPlatform().daemon().name("table-vectors").unstarted(this::run);
    thread = starting;
    starting.start();
  }

  @Override
  public void stop() {
    running = false;
    var stopping = thread;
    if (stopping != null) {
      stopping.interrupt();
      try {
        stopping.join(FAREWELL);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run() {
    try {
      while (running) {
        var next = next();
        if (!isMade(next)) {
          add(next);
          Thread.sleep(AFTER_A_FAILURE);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ModelUnavailableException e) {
      log.warn("Questions are not answered by meaning: {}", e.getMessage());
      running = false;
    }
  }

  private Optional<UUID> next() throws InterruptedException {
    synchronized (waiting) {
      while (waiting.isEmpty()) {
        waiting.wait();
      }
      var next = waiting.iterator().next();
      waiting.remove(next);
      return next;
    }
  }

  /** What was crawled a moment ago goes before the many that were crawled before. */
  private boolean isOneWaiting() {
    synchronized (waiting) {
      return waiting.stream().anyMatch(Optional::isPresent);
    }
  }

  /** The index or the catalog store may be away for a while. */
  private boolean isMade(Optional<UUID> dataSourceId) throws InterruptedException {
    try {
      make(dataSourceId);
      return true;
    } catch (ModelUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      log.warn("Vectors of tables cannot be made now: {}", e.toString());
      return false;
    }
  }

  private void make(Optional<UUID> dataSourceId) throws InterruptedException {
    var keys = texts.keys(dataSourceId);
    if (keys.isEmpty()) {
      return;
    }
    var model = meanings.load().orElseThrow();
    var missing = new ArrayList<>(vectors.missing(keys));
    for (List<Long> some : parts(missing, STORED_AT_ONCE)) {
      vectors.add(stored.read(some));
    }
    missing.retainAll(vectors.missing(keys));
    // Another process may make the same, and begins elsewhere.
    Collections.shuffle(missing);
    for (List<Long> some : parts(missing, AT_ONCE)) {
      if (dataSourceId.isEmpty() && isOneWaiting()) {
        add(dataSourceId);
        return;
      }
      var elsewhere = stored.read(some);
      vectors.add(elsewhere);
      var left = new ArrayList<>(some);
      left.removeAll(elsewhere.keySet());
      if (!left.isEmpty()) {
        make(left, model);
      }
    }
    if (dataSourceId.isEmpty() && !keys.isEmpty()) {
      stored.removeOld(keys);
    }
  }

  private void make(Collection<Long> keys, SentenceModel model) throws InterruptedException {
    boolean crawling = stored.isCrawling();
    var made = new HashMap<Long, PackedVector>();
    for (Map.Entry<Long, String> text : texts.of(keys).entrySet()) {
      long start = System.nanoTime();
      made.put(text.getKey(), PackedVector.of(model.vector(text.getValue(), PIECES_OF_A_TABLE)));
      if (crawling) {
        Thread.sleep(Duration.ofNanos(System.nanoTime() - start));
      }
    }
    stored.write(made);
    vectors.add(made);
  }

  private static List<List<Long>> parts(List<Long> keys, int size) {
    var parts = new ArrayList<List<Long>>();
    for (int from = 0; from < keys.size(); from += size) {
      parts.add(List.copyOf(keys.subList(from, Math.min(keys.size(), from + size))));
    }
    return parts;
  }
}
