package io.gazetteer.api.search.vocabulary;

import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexServer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks the index for its words: the keyword field {@code vocabulary} of the table documents. Each
 * request looks at all documents and answers with a part of the words, by their hash: so that none
 * has more than Elasticsearch allows ({@code search.max_buckets}), and few do. Thread safe.
 */
@Component
final class IndexedWords {
  /** Words of one answer, which are about a megabyte of JSON. */
  private static final int PART = 25_000;

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "allow_partial_search_results",
          "false",
          "filter_path",
          "aggregations.words.value,aggregations.words.buckets");

  private final IndexServer server;
  private final int part;

  @Autowired
  IndexedWords(IndexServer server) {
    this(server, PART);
  }

  /**
   * @param part how many words to ask for at one time, about
   */
  IndexedWords(IndexServer server, int part) {
    this.server = server;
    this.part = part;
  }

  private record Counted(String word, long tables) {
    static Counted of(JsonNode bucket) {
      return new Counted(bucket.path("key").asString(), bucket.path("doc_count").asLong());
    }
  }

  /** The words that stand in most tables, the most frequent first, equal ones by their text. */
  List<String> mostFrequent(int most) {
    var counted = new ArrayList<Counted>();
    int parts = Math.ceilDiv(count(), part);
    for (int i = 0; i < parts; i++) {
      words(i, parts).forEach(bucket -> counted.add(Counted.of(bucket)));
      if (counted.size() > 2L * most) {
        cut(counted, most);
      }
    }
    cut(counted, most);
    return counted.stream().map(Counted::word).toList();
  }

  /** How many there are, within a few percent. */
  private int count() {
    var body = JSON.createObjectNode();
    aggregation(body).putObject("cardinality").put("field", Fields.VOCABULARY);
    return ask(body).path("value").asInt(0);
  }

  private JsonNode words(int number, int parts) {
    var body = JSON.createObjectNode();
    // Parts differ in size a little, and the count was a guess.
    int size = 2 * part + 100;
    aggregation(body)
        .putObject("terms")
        .put("field", Fields.VOCABULARY)
        .put("size", size)
        .put("shard_size", size)
        .putObject("include")
        .put("partition", number)
        .put("num_partitions", parts);
    return ask(body).path("buckets");
  }

  private static ObjectNode aggregation(ObjectNode body) {
    body.put("size", 0).put("track_total_hits", false);
    return body.putObject("aggs").putObject("words");
  }

  private JsonNode ask(ObjectNode body) {
    return server
        .post("/" + IndexAlias.TABLES.alias() + "/_search", PARAMETERS, body)
        .at("/aggregations/words");
  }

  private static void cut(List<Counted> words, int most) {
    words.sort(Comparator.comparingLong(Counted::tables).reversed().thenComparing(Counted::word));
    if (words.size() > most) {
      words.subList(most, words.size()).clear();
    }
  }
}
