package io.gazetteer.standalone.model;

import io.gazetteer.standalone.support.Deployment;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Waits for the ends of many crawls with one query every 50 milliseconds, and finds those that are
 * stuck. Thread safe.
 */
final class CrawlEnds implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Connection catalog;
  private final Patience patience = new Patience();
  private final Map<UUID, CompletableFuture<Boolean>> waiting = new ConcurrentHashMap<>();
  private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor();

  CrawlEnds(Deployment deployment) throws SQLException {
    catalog = deployment.catalog();
    var ignored =
        poller.scheduleWithFixedDelay(this::poll, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Returns whether the crawl has ended; false when it is stuck. */
  boolean await(UUID crawl) {
    var ended = waiting.computeIfAbsent(crawl, id -> new CompletableFuture<>());
    try {
      return ended.join();
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
    } catch (SQLException | RuntimeException e) {
      waiting.values().forEach(crawl -> crawl.completeExceptionally(e));
    }
  }

  private synchronized void completeEnded() throws SQLException {
    int justEnded = 0;
    var done = new HashMap<UUID, String>();
    waiting.keySet().forEach(id -> done.put(id, "not there"));
    try (var query =
        catalog.prepareStatement(
            """
            select id, finished_at is not null,
                   state || (select count(*) from crawl_batch
                             where crawl_id = crawl.id and state in ('DONE', 'FAILED'))
            from crawl where id = any(?)
            """)) {
      query.setArray(1, catalog.createArrayOf("uuid", done.keySet().toArray()));
      var rows = query.executeQuery();
      while (rows.next()) {
        var id = rows.getObject(1, UUID.class);
        if (rows.getBoolean(2)) {
          done.remove(id);
          justEnded += complete(id, true) ? 1 : 0;
        } else {
          done.put(id, rows.getString(3));
        }
      }
    }
    patience.look(justEnded);
    patience.keep(done.keySet());
    done.forEach(
        (id, soFar) -> {
          if (patience.isStuck(id, soFar)) {
            complete(id, false);
          }
        });
  }

  /** Returns false when that was known. */
  private boolean complete(UUID crawl, boolean ended) {
    var future = waiting.get(crawl);
    return future != null && future.complete(ended);
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
