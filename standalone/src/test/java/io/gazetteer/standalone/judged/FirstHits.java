package io.gazetteer.standalone.judged;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stood first for each query before texts were read as questions. Whoever types a name gets
 * what is called so first, whatever else the search learns. The file is written anew only for a
 * ranking that is meant to be another one.
 */
final class FirstHits {
  private static final int COLUMNS = 3;

  private final Map<String, String> before = new HashMap<>();

  private FirstHits() {}

  static FirstHits recorded() {
    var hits = new FirstHits();
    JudgedDatabases.resource("first-hits.tsv")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .filter(columns -> columns.length == COLUMNS)
        .forEach(columns -> hits.before.put(columns[0] + '\t' + columns[1], columns[2]));
    return hits;
  }

  /** A sentence for each right answer that stood first and does no more. */
  List<String> moved(List<Outcome> outcomes) {
    var moved = new ArrayList<String>();
    for (Outcome outcome : outcomes) {
      var query = outcome.query();
      var first = before.get(query.database().orElse("-") + '\t' + query.text());
      var now = outcome.found().stream().findFirst().orElse("nothing");
      if (first != null
          && query.gradeOf(first) == JudgedQuery.BEST
          && !first.equals(now)
          && query.gradeOf(now) < JudgedQuery.BEST) {
        moved.add(query.text() + " found " + first + " first, and finds " + now);
      }
    }
    return moved;
  }
}
