package io.gazetteer.api.search.folding;

import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.Queries;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Says which hits are folded into one, and asks Elasticsearch to do so. */
public final class Folding {
  /** A field of a hit: for how many others it stands. */
  public static final String OTHERS = "others";

  /** So many hits can stand before a page that Elasticsearch folds. */
  public static final int DEEPEST = 9_000;

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String COUNTS = "folds";

  private Folding() {}

  /** Says whether any two of these hits are to be folded. */
  public static boolean isFor(JsonNode hits) {
    var seen = new HashSet<String>();
    return hits.valueStream().map(Folding::key).anyMatch(key -> !key.isEmpty() && !seen.add(key));
  }

  /** Returns what a hit has in common with those that it is folded with; empty for none. */
  public static String key(JsonNode hit) {
    return hit.path("_source").path(Fields.FOLD).asString("");
  }

  /**
   * Changes the body of a search so that of hits with one key only the best is answered.
   *
   * @param from how many hits stand before the page
   */
  public static void fold(ObjectNode body, int from) {
    body.putObject("collapse").put("field", Fields.FOLD);
    body.remove("search_after");
    body.put("from", from);
  }

  /** Builds the body that counts all hits of a query that have one of these keys. */
  public static ObjectNode counting(JsonNode query, Collection<String> keys) {
    var body = JSON.createObjectNode();
    body.put("size", 0).put("timeout", "5s").put("track_total_hits", false);
    body.set("query", Queries.allOf(List.of(query, Queries.terms(Fields.FOLD, keys))));
    body.putObject("aggs")
        .putObject(COUNTS)
        .putObject("terms")
        .put("field", Fields.FOLD)
        .put("size", keys.size());
    return body;
  }

  /** The parameter that keeps the answer of {@link #counting} short. */
  public static Map<String, String> parameters() {
    return Map.of(
        "allow_partial_search_results",
        "false",
        "filter_path",
        "pit_id,timed_out,aggregations." + COUNTS + ".buckets");
  }

  /** Reads how many hits have each key. */
  public static Map<String, Long> counts(JsonNode answer) {
    var counts = new HashMap<String, Long>();
    answer
        .at("/aggregations/" + COUNTS + "/buckets")
        .forEach(
            bucket ->
                counts.put(bucket.path("key").asString(""), bucket.path("doc_count").asLong(0)));
    return counts;
  }
}
