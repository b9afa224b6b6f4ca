package io.gazetteer.worker.crawl.plan;

import io.gazetteer.common.catalog.RelationFilters;
import io.gazetteer.worker.introspect.ReadOutcome;
import io.gazetteer.worker.introspect.RelationRef;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what a crawl has to do.
 *
 * @param batches the relations to read, in batches
 * @param excluded the relations that were listed and that the filters leave out
 * @param unproven known relations that were not listed and may be there all the same
 */
record Plan(
    List<List<RelationRef>> batches,
    List<RelationRef> excluded,
    List<ReadOutcome.Failed> unproven) {
  Plan {
    unproven = List.copyOf(unproven);
    batches = List.copyOf(batches);
    excluded = List.copyOf(excluded);
  }

  static Plan of(
      List<RelationRef> listed,
      List<ReadOutcome.Failed> unproven,
      RelationFilters filters,
      BatchCutter cutter) {
    if (filters.isEmpty()) {
      return new Plan(cutter.cut(listed), List.of(), unproven);
    }
    var matcher = filters.matcher();
    var included = new ArrayList<RelationRef>();
    var excluded = new ArrayList<RelationRef>();
    for (RelationRef ref : listed) {
      (matcher.includes(ref.schema(), ref.name()) ? included : excluded).add(ref);
    }
    return new Plan(cutter.cut(included), excluded, unproven);
  }

  List<RelationRef> included() {
    return batches.stream().flatMap(List::stream).toList();
  }

  long columns() {
    return batches.stream().flatMap(List::stream).mapToLong(RelationRef::columnCount).sum();
  }
}
