package io.gazetteer.api.search;

import io.gazetteer.api.search.hits.HitKind;
import io.gazetteer.api.search.query.Query;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.relation.RelationKind;
import java.util.List;
import java.util.Map;

/**
 * What someone looks for.
 *
 * @param kinds which documents
 * @param filters fields of documents and the values any of which they must have
 * @param limit the page size
 * @param explain whether each hit shall say how its score comes about
 */
public record SearchRequest(
    Query query, HitKind kinds, Map<String, List<String>> filters, int limit, boolean explain) {

  /** Whether only what is in a table can be found: its columns, or its partitions. */
  boolean isForInner() {
    return kinds == HitKind.COLUMN
        || filters.containsKey(Fields.TYPE_FAMILY)
        || List.of(RelationKind.PARTITION.jsonName()).equals(filters.get(Fields.KIND));
  }
}
