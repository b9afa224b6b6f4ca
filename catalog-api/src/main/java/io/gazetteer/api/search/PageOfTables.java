package io.gazetteer.api.search;

import io.gazetteer.api.search.question.RankedTable;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes ranked tables as hits, in the form that Elasticsearch gives them. */
final class PageOfTables {
  /** The fields of a hit that only questions have. */
  static final String AROUND = "around";

  static final String FOR_VIEW = "for_view";
  static final String NEAR = "near";
  static final String LOWERED = "lowered";
  static final String BY_MEANING = "by_meaning";
  static final String BROUGHT_BY = "brought_by";

  private PageOfTables() {}

  /**
   * The number of tables up to the last one of the page before.
   *
   * @param after the sort values of that table, as {@link #write} gave them
   */
  static int behind(List<RankedTable> ranked, List<JsonNode> after) {
    for (int i = 0; i < ranked.size(); i++) {
      if (sort(ranked.get(i)).equals(after)) {
        return i + 1;
      }
    }
    double score = after.getFirst().asDouble(0);
    return (int) ranked.stream().filter(table -> table.score() > score).count();
  }

  /**
   * Replaces the hits of an answer.
   *
   * @param documents what the hits say, by their ids
   * @param count how many tables there are on all pages
   */
  static void write(
      List<RankedTable> page, Map<String, JsonNode> documents, int count, ObjectNode answer) {
    var hits = answer.withObject("hits");
    var list = hits.putArray("hits");
    for (RankedTable ranked : page) {
      var document = documents.get(ranked.table().id());
      if (document != null) {
        list.add(hit(ranked, (ObjectNode) document));
      }
    }
    var total = hits.withObject("total");
    if (total.path("value").asLong(0) <= QuestionBodies.CANDIDATES) {
      total.put("value", count).put("relation", "eq");
    }
  }

  /** Adds tables behind the hits of an answer. */
  static void append(List<RankedTable> tables, Map<String, JsonNode> documents, JsonNode answer) {
    var all = ((ObjectNode) answer).withObject("hits");
    var hits = all.withArray("hits");
    for (RankedTable ranked : tables) {
      var document = documents.get(ranked.table().id());
      if (document != null) {
        hits.add(hit(ranked, (ObjectNode) document));
      }
    }
    var total = all.withObject("total");
    total.put("value", Math.max(total.path("value").asLong(0), hits.size()));
  }

  private static ObjectNode hit(RankedTable ranked, ObjectNode hit) {
    hit.put("_score", ranked.score());
    hit.put(AROUND, ranked.around()).put(FOR_VIEW, ranked.forView());
    hit.put(NEAR, ranked.table().near()).put(LOWERED, ranked.lowered());
    hit.put(BY_MEANING, ranked.isByMeaning());
    hit.set("matched_queries", ranked.table().hit().path("matched_queries"));
    if (ranked.isBrought()) {
      ranked.broughtBy().forEach(hit.putArray(BROUGHT_BY)::add);
    }
    hit.putArray("sort").addAll(sort(ranked));
    return hit;
  }

  /** The sort values of a table, which say where the next page begins. */
  static List<JsonNode> sort(RankedTable ranked) {
    var nodes = JsonNodeFactory.instance;
    var table = ranked.table();
    return List.of(
        nodes.numberNode(ranked.score()),
        nodes.stringNode(table.name()),
        nodes.stringNode(table.schema()),
        nodes.nullNode(),
        nodes.stringNode(table.source()));
  }
}
