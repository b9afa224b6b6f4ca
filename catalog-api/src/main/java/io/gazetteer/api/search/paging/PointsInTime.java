package io.gazetteer.api.search.paging;

import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.IndexUnavailableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the index as it is for those who page through it. Each one costs Elasticsearch open files,
 * so there is a limit; without one, a walk goes on in the index as it is, where documents that do
 * not change keep their places. Thread safe.
 */
@Component
public final class PointsInTime {
  private static final Logger log = LoggerFactory.getLogger(PointsInTime.class);

  /**
   * Points in time share the files of an index that has not changed between them, so that their
   * cost depends on how often it is refreshed, not on their number.
   */
  private static final int MOST = 1000;

  private static final Duration KEPT = Duration.ofMinutes(2);

  private final IndexServer server;

  /** When each point in time was last used, as far as this process knows. */
  private final Map<String, Long> open = new HashMap<>();

  PointsInTime(IndexServer server) {
    this.server = server;
  }

  /**
   * Opens a point in time.
   *
   * @return empty when too many are open, when its id would not fit into a cursor, or when
   *     Elasticsearch gives none now
   */
  public Optional<String> open(String indexes, Map<String, String> routing) {
    if (!hasRoom()) {
      return Optional.empty();
    }
    String id;
    try {
      id = server.openPointInTime(indexes, KEPT, routing);
    } catch (IndexUnavailableException e) {
      log.warn("A walk goes on without a point in time: {}", e.getMessage());
      return Optional.empty();
    }
    if (id.length() > SearchCursor.LONGEST_POINT_IN_TIME) {
      close(id);
      return Optional.empty();
    }
    used(id);
    return Optional.of(id);
  }

  /** Notes that Elasticsearch keeps a point in time for another two minutes. */
  public synchronized void used(String id) {
    open.put(id, System.nanoTime());
  }

  /** Notes that Elasticsearch no longer keeps a point in time. */
  public synchronized void lost(String id) {
    open.remove(id);
  }

  private synchronized boolean hasRoom() {
    if (open.size() >= MOST) {
      long now = System.nanoTime();
      open.values().removeIf(since -> now - since > KEPT.toNanos());
    }
    return open.size() < MOST;
  }

  /** Closes a point in time; it is no error when that is gone, or stays until its time is over. */
  public void close(String id) {
    lost(id);
    server.closePointInTime(id);
  }
}
