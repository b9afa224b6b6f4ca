package io.gazetteer.benchmarks.questions;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How good answers are: whether all tables are among ten, and how far above (nDCG). */
final class Marks {
  private static final int DEPTH = 10;

  private int questions;
  private double whole;
  private double gain;

  /** Adds an answer, the best table first. */
  void add(List<String> ranked, Set<String> needed) {
    double found = 0;
    double sum = 0;
    double ideal = 0;
    for (int i = 0; i < DEPTH; i++) {
      double worth = Math.log(2) / Math.log(i + 2.0);
      if (i < needed.size()) {
        ideal += worth;
      }
      if (i < ranked.size() && needed.contains(ranked.get(i).toLowerCase(Locale.ROOT))) {
        found++;
        sum += worth;
      }
    }
    questions++;
    whole += found == needed.size() ? 1 : 0;
    gain += sum / ideal;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.3f / %.3f", whole / questions, gain / questions);
  }
}
