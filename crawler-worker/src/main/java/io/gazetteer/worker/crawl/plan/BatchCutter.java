package io.gazetteer.worker.crawl.plan;

import io.gazetteer.worker.introspect.RelationRef;
import java.util.ArrayList;
import java.util.List;

/** Cuts a listing into batches of bounded size, in the order of the listing. */
final class BatchCutter {
  /** Relations without columns cost something too. */
  private static final int MAX_RELATIONS = 5_000;

  private final int maxColumns;

  BatchCutter(int maxColumns) {
    this.maxColumns = maxColumns;
  }

  /** A batch has at most the given number of columns, or one relation that alone has more. */
  List<List<RelationRef>> cut(List<RelationRef> relations) {
    var batches = new ArrayList<List<RelationRef>>();
    var batch = new ArrayList<RelationRef>();
    int columns = 0;
    for (RelationRef relation : relations) {
      if (!batch.isEmpty()
          && (columns + relation.columnCount() > maxColumns || batch.size() == MAX_RELATIONS)) {
        batches.add(batch);
        batch = new ArrayList<>();
        columns = 0;
      }
      batch.add(relation);
      columns += relation.columnCount();
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }
}
