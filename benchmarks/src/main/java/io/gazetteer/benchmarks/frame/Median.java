package io.gazetteer.benchmarks.frame;

import java.util.Collection;

/** The middle one. */
public final class Median {
  private Median() {}

  /** The median; the upper one of two. */
  public static double of(Collection<Double> numbers) {
    var sorted = numbers.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
