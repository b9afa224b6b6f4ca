package io.gazetteer.standalone.judged;

import java.util.List;
import java.util.function.Predicate;

/**
 * What a search answered to a judged query.
 *
 * @param found names, best first
 */
record Outcome(JudgedQuery query, List<String> found, Metrics metrics) {

  Outcome {
    found = List.copyOf(found);
  }

  static Outcome of(JudgedQuery query, List<String> found) {
    return new Outcome(query, found, Metrics.of(found, query.wanted()));
  }

  static Metrics mean(List<Outcome> outcomes, Predicate<JudgedQuery> which) {
    return Metrics.mean(
        outcomes.stream()
            .filter(outcome -> which.test(outcome.query()))
            .map(Outcome::metrics)
            .toList());
  }
}
