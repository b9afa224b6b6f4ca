package io.gazetteer.api.search.question;

import java.util.Comparator;
import java.util.List;

/**
 * A table in the order of an answer.
 *
 * @param around the part of its score that the best tables of its schema give it
 * @param lowered what it loses to stand behind those that have the words; 0 or less
 * @param broughtBy the tables it is joined with, when it has no word of the question; or none when
 *     only its schema has brought it
 */
public record RankedTable(FoundTable table, double around, double lowered, List<String> broughtBy) {
  /** A view copies tables, which are asked for first. */
  private static final double LESS_FOR_A_VIEW = 0.05;

  /** The order of an answer, which is complete. */
  static final Comparator<RankedTable> ORDER =
      Comparator.comparingDouble(RankedTable::score)
          .reversed()
          .thenComparing(ranked -> ranked.table().name())
          .thenComparing(ranked -> ranked.table().schema())
          .thenComparing(ranked -> ranked.table().source());

  public RankedTable {
    broughtBy = List.copyOf(broughtBy);
  }

  /** What it loses for being a view; 0 or less. */
  public double forView() {
    return table.isView() ? -LESS_FOR_A_VIEW * table.worth() : 0;
  }

  public double score() {
    return table.worth() + around + forView() + lowered;
  }

  /** Whether it has no word of the question. */
  public boolean isBrought() {
    return table.worth() == 0;
  }

  /** Whether it has no word of the question, and means something similar. */
  public boolean isByMeaning() {
    return table.points() == 0 && table.near() > 0;
  }

  /** The same table behind one with this score. */
  RankedTable behind(double score) {
    return new RankedTable(
        table, around, Math.min(0, Math.nextDown((float) score) - score()), broughtBy);
  }
}
