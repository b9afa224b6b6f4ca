package io.gazetteer.standalone.judged;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Below these the search is not to be trusted. */
final class Floors {
  static final double MRR = 0.95;
  static final double RECALL = 0.95;
  static final double MRR_OF_A_KIND = 0.85;

  private Floors() {}

  /** A sentence for each floor that these outcomes are below. */
  static List<String> broken(String what, List<Outcome> outcomes) {
    var broken = new ArrayList<String>();
    var all = Outcome.mean(outcomes, query -> true);
    check(what + ": MRR", all.reciprocalRank(), MRR, broken);
    check(what + ": recall@10", all.recall(), RECALL, broken);
    for (var kind : QueryKind.values()) {
      var mean = Outcome.mean(outcomes, query -> query.kind() == kind);
      check(what + ", " + kind.label() + ": MRR", mean.reciprocalRank(), MRR_OF_A_KIND, broken);
    }
    return List.copyOf(broken);
  }

  private static void check(String figure, double value, double floor, List<String> broken) {
    if (value < floor) {
      broken.add(String.format(Locale.ROOT, "%s is %.3f, below %.2f", figure, value, floor));
    }
  }
}
