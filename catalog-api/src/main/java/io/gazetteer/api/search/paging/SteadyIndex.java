package io.gazetteer.api.search.paging;

import io.gazetteer.common.index.IndexServer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Searches the index as it was at a point in time, as long as Elasticsearch keeps that, and else as
 * it is now. Thread safe.
 */
@Component
public final class SteadyIndex {
  private static final String KEPT = "2m";

  private final IndexServer server;
  private final PointsInTime pointsInTime;
  private final SharedPointsInTime shared;

  SteadyIndex(IndexServer server, PointsInTime pointsInTime, SharedPointsInTime shared) {
    this.server = server;
    this.pointsInTime = pointsInTime;
    this.shared = shared;
  }

  /**
   * What was found.
   *
   * @param pointInTime the index that it was found in; null for the index as it was just then
   */
  public record Found(JsonNode answer, @Nullable String pointInTime) {}

  /**
   * What to search.
   *
   * @param indexes their names, as Elasticsearch's paths take them
   */
  public record Where(String indexes, Map<String, String> routing, @Nullable String pointInTime) {
    /** The same place in another point in time. */
    public Where in(@Nullable String other) {
      return new Where(indexes, routing, other);
    }
  }

  /** A place in a point in time that other first pages have, too; the same place without one. */
  public Where shared(Where where) {
    return where.in(shared.of(where.indexes(), where.routing()).orElse(null));
  }

  /** A place in a point in time of its own; the same place without one. */
  public Where opened(Where where) {
    return where.in(pointsInTime.open(where.indexes(), where.routing()).orElse(null));
  }

  /** Ends a walk, so that Elasticsearch need not keep its point in time. */
  public void close(String pointInTime) {
    pointsInTime.close(pointInTime);
  }

  /** Searches; the point in time is added to the body. */
  public Found search(Where where, Map<String, String> parameters, ObjectNode body) {
    var id = where.pointInTime();
    if (id != null) {
      body.putObject("pit").put("id", id).put("keep_alive", KEPT);
      var answer = server.tryPost("/_search", parameters, body);
      if (answer.isPresent()) {
        var kept = answer.get().path("pit_id").asString(id);
        pointsInTime.used(kept);
        return new Found(answer.get(), kept);
      }
      shared.lost(id);
      pointsInTime.lost(id);
      body.remove("pit");
    }
    var now = new HashMap<>(parameters);
    now.putAll(where.routing());
    return new Found(server.post("/" + where.indexes() + "/_search", now, body), null);
  }
}
