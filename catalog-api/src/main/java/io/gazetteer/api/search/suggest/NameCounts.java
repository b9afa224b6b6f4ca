package io.gazetteer.api.search.suggest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Counts how many tables and columns have each name.
 *
 * @param complete whether there are no other names and no other places of these
 */
record NameCounts(Map<String, Map<String, Long>> counts, boolean complete) {
  /** The kinds in the order in which a suggestion names them. */
  static final List<String> KINDS = List.of("table", "column");

  static NameCounts read(JsonNode aggregations) {
    var counts = new LinkedHashMap<String, Map<String, Long>>();
    boolean complete = true;
    for (String kind : KINDS) {
      var ofKind = aggregations.path(kind);
      for (JsonNode names : parts(ofKind)) {
        for (JsonNode bucket : names.at("/names/buckets")) {
          counts
              .computeIfAbsent(bucket.path("key").asString(), name -> new LinkedHashMap<>())
              .put(kind, bucket.path("doc_count").asLong());
        }
      }
      complete &= ofKind.at("/names/sum_other_doc_count").asLong(0) == 0;
    }
    return new NameCounts(counts, complete);
  }

  private static List<JsonNode> parts(JsonNode ofKind) {
    return List.of(ofKind, ofKind.path("literal"), ofKind.path("beginning"), ofKind.path("whole"));
  }

  Set<String> names() {
    return counts.keySet();
  }

  boolean isTable(String name) {
    return of(name).containsKey("table");
  }

  List<String> kinds(String name) {
    var kinds = new ArrayList<>(KINDS);
    kinds.retainAll(of(name).keySet());
    return kinds;
  }

  long places(String name) {
    return of(name).values().stream().mapToLong(Long::longValue).sum();
  }

  private Map<String, Long> of(String name) {
    return counts.getOrDefault(name, Map.of());
  }
}
