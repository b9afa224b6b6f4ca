package io.gazetteer.api.search;

import io.gazetteer.api.search.paging.Effort;
import io.gazetteer.api.search.paging.Place;
import io.gazetteer.api.search.ranking.Naming;
import io.gazetteer.api.search.ranking.RankedQuery;
import io.gazetteer.api.search.terms.Plan;
import io.gazetteer.common.index.Fields;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The body of a search: the query, its order, its facets. */
final class SearchBody {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int EXACT_TOTAL = 10_000;
  private static final String KEPT = "2m";
  private static final List<String> FIELDS =
      List.of(
          Fields.DATA_SOURCE_ID,
          Fields.SCHEMA,
          Fields.TABLE,
          Fields.TABLE_KIND,
          Fields.KIND,
          Fields.PARTITION_OF,
          Fields.NAME,
          Fields.DATA_TYPE,
          Fields.COMMENT);
  private static final List<String> TIES =
      List.of(Fields.NAME, Fields.SCHEMA, Fields.TABLE, Fields.DATA_SOURCE_ID);

  private SearchBody() {}

  /**
   * Builds it.
   *
   * @param hidden ids of data sources whose documents are no longer to be seen
   * @param place where the page begins; the first one has the facets, too
   */
  static ObjectNode of(
      SearchRequest request, Plan plan, Effort effort, Collection<String> hidden, Place place) {
    var body = JSON.createObjectNode();
    body.put("size", request.limit()).put("timeout", "5s").put("track_total_hits", EXACT_TOTAL);
    var naming = Naming.of(request.explain());
    var query = new RankedQuery(effort.allWords(), request.isForInner(), naming).build(plan);
    narrow((ObjectNode) query.path("bool"), request, hidden);
    body.set("query", query);
    order(body);
    if (place.isFirst()) {
      var counted = body.putObject("aggs");
      for (Facet facet : Facet.values()) {
        facet.ask(counted);
      }
    } else {
      body.putArray("search_after").addAll(place.after());
    }
    if (place.pointInTime() != null) {
      body.putObject("pit").put("id", place.pointInTime()).put("keep_alive", KEPT);
    }
    var fields = body.putObject("_source").putArray("includes");
    FIELDS.forEach(fields::add);
    return body;
  }

  private static void narrow(ObjectNode bool, SearchRequest request, Collection<String> hidden) {
    request
        .filters()
        .forEach(
            (field, values) -> {
              var terms = bool.withArray("filter").addObject().putObject("terms").putArray(field);
              values.forEach(terms::add);
            });
    if (!hidden.isEmpty()) {
      var terms =
          bool.withArray("must_not").addObject().putObject("terms").putArray(Fields.DATA_SOURCE_ID);
      hidden.forEach(terms::add);
    }
  }

  /** Best first; equal scores by name, which together are unique. */
  private static void order(ObjectNode body) {
    var sort = body.putArray("sort");
    sort.addObject().put("_score", "desc");
    for (String field : TIES) {
      sort.addObject()
          .putObject(field)
          .put("order", "asc")
          .put("missing", "_first")
          .put("unmapped_type", "keyword");
    }
  }
}
