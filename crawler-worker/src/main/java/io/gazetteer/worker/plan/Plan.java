package io.gazetteer.worker.plan;

import io.gazetteer.common.catalog.RelationFilters;
import io.gazetteer.worker.introspect.RelationRef;
import java.util.ArrayList;
import java.util.List;

/**
 * What a crawl is to do.
 *
 * @param batches the relations to read, in batches
 * @param excluded the relations that were listed and that the filters leave out
 */
record Plan(List<List<RelationRef>> batches, List<RelationRef> excluded) {
  Plan {
    batches = List.copyOf(batches);
    excluded = List.copyOf(excluded);
  }

  static Plan of(List<RelationRef> listed, RelationFilters filters, BatchCutter cutter) {
    if (filters.isEmpty()) {
      return new Plan(cutter.cut(listed), List.of());
    }
    var matcher = filters.matcher();
    var included = new ArrayList<RelationRef>();
    var excluded = new ArrayList<RelationRef>();
    for (RelationRef ref : listed) {
      (matcher.includes(ref.schema(), ref.name()) ? included : excluded).add(ref);
    }
    return new Plan(cutter.cut(included), excluded);
  }

  List<RelationRef> included() {
    return batches.stream().flatMap(List::stream).toList();
  }

  long columns() {
    return batches.stream().flatMap(List::stream).mapToLong(RelationRef::columnCount).sum();
  }
}
