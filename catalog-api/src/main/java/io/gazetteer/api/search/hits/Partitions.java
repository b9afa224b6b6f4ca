package io.gazetteer.api.search.hits;

import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.Queries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Counts the partitions of found tables. Thread safe. */
@Component
public final class Partitions {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final IndexServer server;

  Partitions(IndexServer server) {
    this.server = server;
  }

  /**
   * Returns the numbers of partitions, by the ids of the partitioned tables among the hits, and of
   * tables that have partitions by inheritance. It asks the index only when there are such tables.
   */
  public Map<String, Long> of(JsonNode hits) {
    var parents = new ArrayList<JsonNode>();
    for (JsonNode hit : hits) {
      if (isPartitioned(hit) || hit.path("_source").path(Fields.HAS_CHILDREN).asBoolean(false)) {
        parents.add(hit);
      }
    }
    if (parents.isEmpty()) {
      return Map.of();
    }
    var counts = count(parents);
    // What inherits from an ordinary table is mostly no partition of it.
    parents.stream()
        .filter(parent -> !isPartitioned(parent))
        .forEach(parent -> counts.remove(parent.path("_id").asString(), 0L));
    return counts;
  }

  private static boolean isPartitioned(JsonNode hit) {
    return hit.path("_source").path(Fields.KIND).asString("").equals("partitioned_table");
  }

  private Map<String, Long> count(List<JsonNode> parents) {
    var answer =
        server.post(
            "/" + IndexAlias.TABLES.alias() + "/_search",
            Map.of("filter_path", "aggregations.partitions.buckets"),
            body(parents));
    var counts = new HashMap<String, Long>();
    answer
        .at("/aggregations/partitions/buckets")
        .properties()
        .forEach(
            bucket -> counts.put(bucket.getKey(), bucket.getValue().path("doc_count").asLong(0)));
    return counts;
  }

  private static ObjectNode body(List<JsonNode> parents) {
    var body = JSON.createObjectNode();
    body.put("size", 0).put("track_total_hits", false).put("timeout", "5s");
    var any = new ArrayList<ObjectNode>();
    var filters =
        body.putObject("aggs").putObject("partitions").putObject("filters").putObject("filters");
    for (JsonNode parent : parents) {
      var query = partitionsOf(parent.path("_source"));
      any.add(query);
      filters.set(parent.path("_id").asString(), query);
    }
    body.set("query", Queries.anyOf(any));
    return body;
  }

  private static ObjectNode partitionsOf(JsonNode parent) {
    return Queries.allOf(
        List.of(
            Queries.term(Fields.DATA_SOURCE_ID, parent.path(Fields.DATA_SOURCE_ID).asString()),
            Queries.term(
                Fields.PARTITION_OF,
                parent.path(Fields.SCHEMA).asString()
                    + "."
                    + parent.path(Fields.NAME).asString())));
  }
}
