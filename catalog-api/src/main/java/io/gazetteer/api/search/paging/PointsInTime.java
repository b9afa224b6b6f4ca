package io.gazetteer.api.search.paging;

import io.gazetteer.api.index.IndexClient;
import io.gazetteer.api.web.Problem;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the index as it is for those who page through it. Each one costs Elasticsearch open files,
 * so there is a limit; without one, a walk goes on in the index as it is, where documents that do
 * not change keep their places. Thread safe.
 */
@Component
public final class PointsInTime {
  /**
   * Points in time share the files of an index that has not changed between them, so that their
   * cost depends on how often it is refreshed, not on their number.
   */
  private static final int MOST = 1000;

  private static final Duration KEPT = Duration.ofMinutes(2);

  private final IndexClient client;

  /** When each point in time was last used, as far as this process knows. */
  private final Map<String, Long> open = new HashMap<>();

  PointsInTime(IndexClient client) {
    this.client = client;
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
    var parameters = new HashMap<>(routing);
    parameters.put("keep_alive", KEPT.toMinutes() + "m");
    parameters.put("ignore_unavailable", "true");
    var body = JsonMapper.shared().createObjectNode();
    String id;
    try {
      id = client.postForTree("/" + indexes + "/_pit", parameters, body).path("id").asString("");
    } catch (Problem e) {
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
    try {
      client.delete("/_pit", JsonMapper.shared().createObjectNode().put("id", id));
    } catch (Problem e) {
      // Elasticsearch closes it when its time is over.
    }
  }
}
