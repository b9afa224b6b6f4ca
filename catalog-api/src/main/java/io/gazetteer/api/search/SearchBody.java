package io.gazetteer.api.search;

import io.gazetteer.api.search.paging.PageStart;
import io.gazetteer.api.search.ranking.NamedClauses;
import io.gazetteer.api.search.ranking.RankedQuery;
import io.gazetteer.api.search.ranking.WantedWords;
import io.gazetteer.api.search.terms.ResolvedQuery;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.Queries;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Builds the body of a search for Elasticsearch: the query, the order, the facets. */
final class SearchBody {
  private static final JsonMapper JSON = JsonMapper.shared();
  static final int EXACT_TOTAL = 10_000;
  static final List<String> FIELDS =
      List.of(
          Fields.DATA_SOURCE_ID,
          Fields.SCHEMA,
          Fields.TABLE,
          Fields.TABLE_KIND,
          Fields.KIND,
          Fields.PARTITION_OF,
          Fields.HAS_CHILDREN,
          Fields.NAME,
          Fields.FOLD,
          Fields.DATA_TYPE,
          Fields.COMMENT);
  private static final List<String> TIES =
      List.of(Fields.NAME, Fields.SCHEMA, Fields.TABLE, Fields.DATA_SOURCE_ID);

  private SearchBody() {}

  /**
   * The body that asks for one page, and for one hit more.
   *
   * @param start where the page begins; only the first page has facets
   * @param hidden ids of data sources whose documents are no hits any more
   */
  static ObjectNode of(
      SearchRequest request, ResolvedQuery resolved, PageStart start, Collection<String> hidden) {
    var body = JSON.createObjectNode();
    body.put("size", request.limit() + 1).put("timeout", "5s").put("track_total_hits", EXACT_TOTAL);
    var naming = NamedClauses.of(request.explain());
    var query =
        new RankedQuery(
                new WantedWords(start.widening().least(), request.connecting()),
                request.isForInner(),
                naming)
            .build(resolved);
    narrow((ObjectNode) query.path("bool"), request, hidden);
    body.set("query", query);
    order(body);
    if (start.isFirst()) {
      var counted = body.putObject("aggs");
      for (Facet facet : Facet.values()) {
        facet.ask(counted);
      }
    } else {
      body.putArray("search_after").addAll(start.after());
    }
    var fields = body.putObject("_source").putArray("includes");
    FIELDS.forEach(fields::add);
    return body;
  }

  static void narrow(ObjectNode bool, SearchRequest request, Collection<String> hidden) {
    request
        .filters()
        .forEach((field, values) -> bool.withArray("filter").add(Queries.terms(field, values)));
    if (!hidden.isEmpty()) {
      bool.withArray("must_not").add(Queries.terms(Fields.DATA_SOURCE_ID, hidden));
    }
  }

  /** Sorts hits by score, and equal scores by names that together are unique. */
  static void order(ObjectNode body) {
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
