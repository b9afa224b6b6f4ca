package io.gazetteer.standalone.judged;

import java.util.Map;
import java.util.Optional;

/**
 * A query and its right answers.
 *
 * @param database the only one that is searched, if any
 * @param wanted grades, 1 to 3, by {@code database.schema.table} or {@code
 *     database.schema.table.column}; whatever is not in it is wrong
 */
record JudgedQuery(
    QueryKind kind,
    Half half,
    Optional<String> database,
    String text,
    Map<String, Integer> wanted) {

  /** From here on an answer is one that somebody was looking for. */
  static final int GOOD = 2;

  static final int BEST = 3;

  JudgedQuery {
    wanted = Map.copyOf(wanted);
  }

  long goodAnswers() {
    return wanted.values().stream().filter(grade -> grade >= GOOD).count();
  }

  int gradeOf(String name) {
    return wanted.getOrDefault(name, 0);
  }
}
