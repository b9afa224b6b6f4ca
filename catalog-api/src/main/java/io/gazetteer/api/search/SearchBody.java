package io.gazetteer.api.search;

import java.util.Collection;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The body of a search: the query, its order, its facets. */
final class SearchBody {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int EXACT_TOTAL = 10_000;
  private static final int FACET_VALUES = 20;

  private SearchBody() {}

  /**
   * Builds it.
   *
   * @param hidden ids of data sources whose documents are no longer to be seen
   */
  static ObjectNode of(SearchRequest request, Collection<String> hidden, boolean forgiving) {
    var body = JSON.createObjectNode();
    body.put("size", request.limit()).put("timeout", "5s").put("track_total_hits", EXACT_TOTAL);
    body.put("track_scores", true);
    body.set("query", query(request, hidden, forgiving));
    order(body);
    if (!request.after().isEmpty()) {
      body.putArray("search_after").addAll(request.after());
    }
    body.putObject("_source")
        .putArray("includes")
        .add("data_source_id")
        .add("schema")
        .add("table")
        .add("table_kind")
        .add("kind")
        .add("name")
        .add("data_type")
        .add("comment");
    facets(body.putObject("aggs"));
    return body;
  }

  private static ObjectNode query(
      SearchRequest request, Collection<String> hidden, boolean forgiving) {
    var ranked = new RankedQuery(request.text(), request.words(), forgiving).build();
    var query = (ObjectNode) ranked.path("bool");
    var filters = query.withArray("filter");
    request
        .filters()
        .forEach(
            (field, values) -> {
              var terms = filters.addObject().putObject("terms").putArray(field);
              values.forEach(terms::add);
            });
    if (!hidden.isEmpty()) {
      var terms =
          query.putArray("must_not").addObject().putObject("terms").putArray("data_source_id");
      hidden.forEach(terms::add);
    }
    return ranked;
  }

  /** Best first; equal scores by name, which together are unique. */
  private static void order(ObjectNode body) {
    var sort = body.putArray("sort");
    sort.addObject().put("_score", "desc");
    for (String field : new String[] {"name", "schema", "table", "data_source_id"}) {
      sort.addObject()
          .putObject(field)
          .put("order", "asc")
          .put("missing", "_first")
          .put("unmapped_type", "keyword");
    }
  }

  private static void facets(ObjectNode facets) {
    facet(facets, "kind", "_index");
    facet(facets, "database", "data_source_id");
    facet(facets, "schema", "schema");
    facet(facets, "type_family", "type_family");
  }

  private static void facet(ObjectNode facets, String name, String field) {
    facets.putObject(name).putObject("terms").put("field", field).put("size", FACET_VALUES);
  }
}
