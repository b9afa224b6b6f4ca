package io.gazetteer.api.search;

import io.gazetteer.api.index.IndexClient;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Searches the index. Thread safe. */
@Component
final class Search {
  /** More ids than that make a long URL, and ask most shards anyway. */
  private static final int MOST_ROUTED = 50;

  private final IndexClient client;
  private final SourceDirectory sources;

  Search(IndexClient client, SourceDirectory sources) {
    this.client = client;
    this.sources = sources;
  }

  /**
   * What Elasticsearch answered.
   *
   * @param forgiving whether words were allowed to be one edit away
   */
  record Found(JsonNode answer, boolean forgiving) {}

  /** Typos are forgiven only when nothing matches otherwise. */
  Found find(SearchRequest request, boolean forgiving) {
    var hidden = sources.hidden();
    var answer = send(request, hidden, forgiving);
    boolean nothing = answer.at("/hits/total/value").asLong(0) == 0;
    return nothing && !forgiving && request.after().isEmpty() && !request.words().isEmpty()
        ? new Found(send(request, hidden, true), true)
        : new Found(answer, forgiving);
  }

  private JsonNode send(SearchRequest request, List<String> hidden, boolean forgiving) {
    var parameters = new HashMap<String, String>();
    parameters.put("ignore_unavailable", "true");
    parameters.put("allow_partial_search_results", "false");
    parameters.put(
        "filter_path",
        "hits.total,hits.hits._index,hits.hits._id,hits.hits._score,hits.hits._source,"
            + "hits.hits.sort,aggregations.*.buckets.key,aggregations.*.buckets.doc_count");
    var ids = request.filters().get(SearchFilters.DATA_SOURCE);
    if (ids != null && !ids.isEmpty() && ids.size() <= MOST_ROUTED) {
      parameters.put("routing", String.join(",", ids));
    }
    return client.postForTree(
        "/" + request.kinds().indexes() + "/_search",
        parameters,
        SearchBody.of(request, hidden, forgiving));
  }
}
