package io.gazetteer.worker.history;

import io.gazetteer.common.relation.Fact;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.worker.history.Changes.RelationName;
import java.util.HashSet;

/** Says that a relation has got another name, or has moved to another schema. */
public record Rename(RelationName from, RelationName to) {
  /**
   * Returns whether a relation may be the one that stood under another name. Numbers of PostgreSQL
   * begin anew in a database that was put in the place of another, so that equal ones prove
   * something only together with columns that are still there.
   */
  public static boolean isBelievable(Relation before, Relation after) {
    var was = before.identity();
    var is = after.identity();
    if (before.kind() != after.kind()) {
      return false;
    }
    if (was == null || is == null) {
      return was == null
          && is == null
          && !before.neverKnown(Fact.COLUMNS)
          && !after.neverKnown(Fact.COLUMNS);
    }
    var columns = new HashSet<String>();
    for (int i = 0; i < before.columns().size(); i++) {
      columns.add(was.numberAt(i) + " " + before.columns().get(i).name());
    }
    int kept = 0;
    for (int i = 0; i < after.columns().size(); i++) {
      kept += columns.contains(is.numberAt(i) + " " + after.columns().get(i).name()) ? 1 : 0;
    }
    return was.id() == is.id() && kept > 0 && 2 * kept >= before.columns().size();
  }
}
