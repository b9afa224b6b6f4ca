package io.gazetteer.api.search.meaning;

import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.Queries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the texts of tables, which vectors are made of, from the index. Thread safe. */
@Component
class TableTexts {
  private static final int KEYS_AT_ONCE = 10_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final IndexServer server;

  TableTexts(IndexServer server) {
    this.server = server;
  }

  /** The keys of the tables of a data source, or of all; those of partitions left out. */
  Set<Long> keys(Optional<UUID> dataSourceId) {
    var keys = new HashSet<Long>();
    JsonNode after = null;
    do {
      var answer = keysBehind(after, dataSourceId);
      answer.path("buckets").forEach(bucket -> keys.add(bucket.at("/key/key").asLong()));
      after = answer.get("after_key");
    } while (after != null);
    return keys;
  }

  private JsonNode keysBehind(@Nullable JsonNode after, Optional<UUID> dataSourceId) {
    var body = JSON.createObjectNode();
    body.put("size", 0).put("track_total_hits", false);
    var filters = new ArrayList<ObjectNode>();
    filters.add(Queries.not(Queries.term(Fields.KIND, "partition")));
    dataSourceId.ifPresent(id -> filters.add(Queries.term(Fields.DATA_SOURCE_ID, id.toString())));
    body.set("query", Queries.allOf(filters));
    var composite =
        body.putObject("aggs").putObject("keys").putObject("composite").put("size", KEYS_AT_ONCE);
    composite
        .putArray("sources")
        .addObject()
        .putObject("key")
        .putObject("terms")
        .put("field", Fields.FOLD);
    if (after != null) {
      composite.set("after", after);
    }
    return ask(body, "aggregations.keys").at("/aggregations/keys");
  }

  /** The texts of the tables with these keys. */
  Map<Long, String> of(Collection<Long> keys) {
    var body = JSON.createObjectNode();
    body.put("size", keys.size()).put("track_total_hits", false);
    body.set("query", Queries.terms(Fields.FOLD, keys.stream().map(String::valueOf).toList()));
    body.putObject("collapse").put("field", Fields.FOLD);
    body.putObject("_source")
        .putArray("includes")
        .add(Fields.FOLD)
        .add(Fields.NAME_WORDS)
        .add(Fields.COLUMN_WORDS)
        .add(Fields.COMMENT);
    var texts = new HashMap<Long, String>();
    for (JsonNode hit : ask(body, "hits.hits._source").at("/hits/hits")) {
      var document = hit.path("_source");
      texts.put(document.path(Fields.FOLD).asLong(), text(document));
    }
    return texts;
  }

  /** The name, what the comment says, and the columns; a schema's name says little of a table. */
  private static String text(JsonNode document) {
    return String.join(
        " ",
        List.of(
            document.path(Fields.NAME_WORDS).asString("") + ",",
            document.path(Fields.COLUMN_WORDS).asString(""),
            document.path(Fields.COMMENT).asString("")));
  }

  private JsonNode ask(ObjectNode body, String filter) {
    return server.post(
        "/" + IndexAlias.TABLES.alias() + "/_search",
        Map.of("allow_partial_search_results", "false", "filter_path", filter),
        body);
  }
}
