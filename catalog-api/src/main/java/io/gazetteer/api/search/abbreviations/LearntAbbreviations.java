package io.gazetteer.api.search.abbreviations;

import io.gazetteer.api.search.vocabulary.VocabularyListener;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what comments have taught from the index, which has it with the tables: what a data source
 * has taught is gone with it. Thread safe.
 */
@Component
final class LearntAbbreviations implements VocabularyListener {
  private static final int AT_ONCE = 10_000;
  private static final int MOST = 100_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final IndexServer server;
  private final Abbreviations abbreviations;

  LearntAbbreviations(IndexServer server, Abbreviations abbreviations) {
    this.server = server;
    this.abbreviations = abbreviations;
  }

  @Override
  public void vocabularyRead() {
    var taught = new HashMap<String, List<Abbreviation>>();
    int count = 0;
    JsonNode after = null;
    do {
      var answer = pairsBehind(after);
      for (JsonNode bucket : answer.path("buckets")) {
        add(bucket.path("key"), taught);
        count++;
      }
      after = answer.get("after_key");
    } while (after != null && count < MOST);
    abbreviations.learn(taught);
  }

  private static void add(JsonNode key, Map<String, List<Abbreviation>> taught) {
    var pair = key.path("pair").asString("").split("=", 2);
    if (pair.length == 2) {
      taught
          .computeIfAbsent(key.path("source").asString(""), none -> new ArrayList<>())
          .add(new Abbreviation(pair[0], List.of(pair[1])));
    }
  }

  private JsonNode pairsBehind(@Nullable JsonNode after) {
    var body = JSON.createObjectNode();
    body.put("size", 0).put("track_total_hits", false);
    var composite =
        body.putObject("aggs").putObject("taught").putObject("composite").put("size", AT_ONCE);
    var sources = composite.putArray("sources");
    sources.addObject().putObject("source").putObject("terms").put("field", Fields.DATA_SOURCE_ID);
    sources.addObject().putObject("pair").putObject("terms").put("field", Fields.ABBREVIATIONS);
    if (after != null) {
      composite.set("after", after);
    }
    return server
        .post(
            "/" + IndexAlias.TABLES.alias() + "/_search",
            Map.of("allow_partial_search_results", "false", "filter_path", "aggregations.taught"),
            body)
        .at("/aggregations/taught");
  }
}
