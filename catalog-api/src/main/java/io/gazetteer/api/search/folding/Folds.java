package io.gazetteer.api.search.folding;

import io.gazetteer.api.search.question.RankedTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ranked tables of a question, of which those that are folded into one are listed once.
 *
 * @param kept the best of each, in the order of the answer
 * @param counts how many tables there are with each key
 */
public record Folds(List<RankedTable> kept, Map<String, Long> counts) {
  public Folds {
    kept = List.copyOf(kept);
    counts = Map.copyOf(counts);
  }

  /**
   * Folds tables.
   *
   * @param fold whether to; else each stands for itself
   */
  public static Folds of(List<RankedTable> ranked, boolean fold) {
    if (!fold) {
      return new Folds(ranked, Map.of());
    }
    var kept = new ArrayList<RankedTable>();
    var counts = new HashMap<String, Long>();
    for (RankedTable table : ranked) {
      if (counts.merge(table.table().foldKey(), 1L, Long::sum) == 1) {
        kept.add(table);
      }
    }
    return new Folds(kept, counts);
  }

  /**
   * Writes into each hit for how many others it stands.
   *
   * @param all counts the tables that were not ranked, too, by these keys
   */
  public void write(JsonNode hits, Function<List<String>, Map<String, Long>> all) {
    var keys =
        hits.valueStream()
            .map(Folding::key)
            .filter(key -> counts.getOrDefault(key, 1L) > 1)
            .toList();
    if (keys.isEmpty()) {
      return;
    }
    var everywhere = all.apply(keys);
    for (JsonNode hit : hits) {
      var key = Folding.key(hit);
      long count = Math.max(counts.getOrDefault(key, 1L), everywhere.getOrDefault(key, 1L));
      ((ObjectNode) hit).put(Folding.OTHERS, count - 1);
    }
  }
}
