package io.gazetteer.api.search.occurrences;

import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.Queries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Counts the columns that have the same name, over all databases. Thread safe. */
@Component
public final class ColumnOccurrences {
  private static final int MOST = 500;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final IndexServer server;
  private final DataSourceDirectory sources;

  ColumnOccurrences(IndexServer server, DataSourceDirectory sources) {
    this.server = server;
    this.sources = sources;
  }

  /** Counts columns by their names in lower case, at most of 500 names. */
  public Map<String, Long> count(Collection<String> names) {
    var folded =
        names.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .distinct()
            .limit(MOST)
            .collect(Collectors.toList());
    if (folded.isEmpty()) {
      return Map.of();
    }
    var counts = new HashMap<String, Long>();
    for (JsonNode bucket : buckets(folded)) {
      counts.put(bucket.path("key").asString(), bucket.path("doc_count").asLong());
    }
    return counts;
  }

  private JsonNode buckets(List<String> folded) {
    var filters = new ArrayList<JsonNode>();
    filters.add(Queries.terms(Fields.NAME_FOLDED, folded));
    var hidden = sources.now().hidden();
    if (!hidden.isEmpty()) {
      filters.add(Queries.not(Queries.terms(Fields.DATA_SOURCE_ID, hidden)));
    }
    var body = JSON.createObjectNode();
    body.put("size", 0).put("track_total_hits", false).put("timeout", "2s");
    body.set("query", Queries.allOf(filters));
    body.putObject("aggs")
        .putObject("names")
        .putObject("terms")
        .put("field", Fields.NAME_FOLDED)
        .put("size", folded.size());
    return server
        .post(
            "/" + IndexAlias.COLUMNS.alias() + "/_search",
            Map.of("filter_path", "aggregations.names.buckets"),
            body)
        .at("/aggregations/names/buckets");
  }
}
