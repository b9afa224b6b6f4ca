package io.gazetteer.worker;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Waits for the ends of many crawls with one query every 50 milliseconds. */
final class CrawlEnds implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final JdbcClient catalog;
  private final Duration longest;
  private final Map<UUID, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();
  private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor();

  CrawlEnds(JdbcClient catalog, Duration longest) {
    this.catalog = catalog;
    this.longest = longest;
    var ignored =
        poller.scheduleWithFixedDelay(this::poll, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** False when it has not ended in time. */
  boolean await(UUID crawl) {
    var ended = waiting.computeIfAbsent(crawl, id -> new CompletableFuture<>());
    try {
      ended.orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS).join();
      return true;
    } catch (CompletionException e) {
      return false;
    } finally {
      waiting.remove(crawl);
    }
  }

  private void poll() {
    if (!waiting.isEmpty()) {
      catalog
          .sql(
              """
              select id from crawl
              where id = any(?) and state not in ('PENDING', 'PLANNING', 'RUNNING', 'FINISHING')
              """)
          .param(waiting.keySet().toArray(UUID[]::new))
          .query(UUID.class)
          .list()
          .forEach(this::ended);
    }
  }

  private void ended(UUID crawl) {
    var future = waiting.get(crawl);
    if (future != null) {
      future.complete(null);
    }
  }

  @Override
  public void close() {
    poller.shutdownNow();
  }
}
