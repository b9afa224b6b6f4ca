package io.gazetteer.api.search;

import io.gazetteer.api.index.Routing;
import io.gazetteer.api.search.query.Query;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.relation.RelationKind;
import java.util.List;
import java.util.Map;

/**
 * A search that someone asks for.
 *
 * @param kinds the kinds of documents that may be hits
 * @param filters fields of documents, and values of which a hit must have one in each
 * @param limit how many hits a page has, at most
 * @param explain whether each hit says how its score comes about
 */
record SearchRequest(
    Query query,
    SearchedKinds kinds,
    Map<String, List<String>> filters,
    int limit,
    boolean explain) {
  /** Whether hits can only be what a table has: its columns, or its partitions. */
  boolean isForInner() {
    return kinds == SearchedKinds.COLUMNS
        || filters.containsKey(Fields.TYPE_FAMILY)
        || List.of(RelationKind.PARTITION.jsonName()).equals(filters.get(Fields.KIND));
  }

  /** The parameter that spares Elasticsearch the shards without documents of these databases. */
  Map<String, String> routing() {
    return Routing.to(filters.getOrDefault(Fields.DATA_SOURCE_ID, List.of()));
  }
}
