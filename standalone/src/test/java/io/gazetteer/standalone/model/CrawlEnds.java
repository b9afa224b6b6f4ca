package io.gazetteer.standalone.model;

import io.gazetteer.standalone.support.Deployment;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Waits for the ends of many crawls with one query every 50 milliseconds. Thread safe. */
final class CrawlEnds implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(100);

  private final Connection catalog;
  private final Map<UUID, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();
  private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor();

  CrawlEnds(Deployment deployment) throws SQLException {
    catalog = deployment.catalog();
    var ignored =
        poller.scheduleWithFixedDelay(this::poll, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Returns false when the crawl has not ended in time. */
  boolean await(UUID crawl) {
    var ended = waiting.computeIfAbsent(crawl, id -> new CompletableFuture<>());
    try {
      ended.orTimeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS).join();
      return true;
    } catch (CompletionException e) {
      return false;
    } finally {
      waiting.remove(crawl);
    }
  }

  private void poll() {
    try {
      if (!waiting.isEmpty()) {
        completeEnded();
      }
    } catch (SQLException e) {
      waiting.values().forEach(crawl -> crawl.completeExceptionally(e));
    }
  }

  private synchronized void completeEnded() throws SQLException {
    try (var query =
        catalog.prepareStatement(
            "select id from crawl where id = any(?) and finished_at is not null")) {
      query.setArray(1, catalog.createArrayOf("uuid", waiting.keySet().toArray()));
      var rows = query.executeQuery();
      while (rows.next()) {
        var future = waiting.get(rows.getObject(1, UUID.class));
        if (future != null) {
          future.complete(null);
        }
      }
    }
  }

  /** Returns all the catalog store knows of a crawl, for the report of a failure. */
  synchronized String describe(UUID id) {
    var lines = new StringJoiner("\n").add(Instant.now().toString());
    try (var query =
        catalog.prepareStatement(
            """
            select row_to_json(c)::text from crawl c where id = ?
            union all
            select row_to_json(b)::text from crawl_batch b where crawl_id = ?
            """)) {
      query.setObject(1, id);
      query.setObject(2, id);
      var rows = query.executeQuery();
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    } catch (SQLException e) {
      lines.add(String.valueOf(e.getMessage()));
    }
    return lines.toString();
  }

  @Override
  public void close() throws SQLException {
    poller.shutdownNow();
    synchronized (this) {
      catalog.close();
    }
  }
}
