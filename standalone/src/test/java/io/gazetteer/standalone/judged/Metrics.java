package io.gazetteer.standalone.judged;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How good a ranked list is, each figure from 0 to 1 and over the first {@value #DEPTH} answers.
 *
 * @param ndcg normalised discounted cumulative gain with gains of {@code 2^grade - 1} (Järvelin and
 *     Kekäläinen 2002, in the form that Burges et al. 2005 gave it)
 * @param reciprocalRank one over the place of the first answer of grade 2 or better; its mean is
 *     MRR
 * @param recall the share of the answers of grade 2 or better that were found
 */
record Metrics(double ndcg, double reciprocalRank, double recall) {
  static final int DEPTH = 10;

  static Metrics of(List<String> found, Map<String, Integer> wanted) {
    var grades =
        found.stream().limit(DEPTH).distinct().map(name -> wanted.getOrDefault(name, 0)).toList();
    var ideal = wanted.values().stream().sorted(Comparator.reverseOrder()).limit(DEPTH).toList();
    return new Metrics(gain(grades) / gain(ideal), reciprocalRank(grades), recall(grades, wanted));
  }

  static Metrics mean(Collection<Metrics> all) {
    return new Metrics(
        all.stream().mapToDouble(Metrics::ndcg).average().orElse(0),
        all.stream().mapToDouble(Metrics::reciprocalRank).average().orElse(0),
        all.stream().mapToDouble(Metrics::recall).average().orElse(0));
  }

  private static double gain(List<Integer> grades) {
    double sum = 0;
    for (int i = 0; i < grades.size(); i++) {
      sum += ((1 << grades.get(i)) - 1) * Math.log(2) / Math.log(i + 2.0);
    }
    return sum;
  }

  private static double reciprocalRank(List<Integer> grades) {
    for (int i = 0; i < grades.size(); i++) {
      if (grades.get(i) >= JudgedQuery.GOOD) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  private static double recall(List<Integer> grades, Map<String, Integer> wanted) {
    return (double) good(grades) / good(wanted.values());
  }

  private static long good(Collection<Integer> grades) {
    return grades.stream().filter(grade -> grade >= JudgedQuery.GOOD).count();
  }
}
