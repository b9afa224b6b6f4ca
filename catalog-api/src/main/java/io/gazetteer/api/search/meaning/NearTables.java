package io.gazetteer.api.search.meaning;

import io.gazetteer.api.search.meaning.Meanings.Nearby;
import io.gazetteer.api.search.question.FoundTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/** Adds to the tables with words of a question what each means. */
public final class NearTables {
  /** What the likeness of meaning counts, compared with the words of the best table. */
  private static final double WORTH = 2;

  /** So many tables without words may come along. */
  private static final int MOST = 50;

  /** Where conditions leave out tables, the nearest of the others are further away. */
  private static final int MOST_LOOKED_AT = 1_000;

  private final Nearby nearby;
  private final double unit;
  private final double usual;
  private final List<FoundTable> withWords;

  public NearTables(Nearby nearby, List<FoundTable> withWords) {
    this.nearby = nearby;
    this.withWords = withWords;
    double best = withWords.stream().mapToDouble(FoundTable::points).max().orElse(1);
    this.unit = WORTH * best;
    this.usual =
        withWords.stream()
            .flatMapToDouble(table -> nearby.of(key(table)).stream())
            .average()
            .orElse(0);
  }

  /**
   * The tables with words, and the nearest without any.
   *
   * @param narrowed whether conditions leave out tables
   * @param find finds one table for each key, as far as conditions allow
   */
  public List<FoundTable> with(boolean narrowed, Function<List<String>, List<FoundTable>> find) {
    var all = new ArrayList<FoundTable>();
    var keys = new HashSet<String>();
    for (FoundTable table : withWords) {
      keys.add(table.foldKey());
      all.add(table.withNear(near(table)));
    }
    var nearest = new ArrayList<>(nearby.nearest(narrowed ? MOST_LOOKED_AT : MOST));
    nearest.removeAll(keys);
    if (!nearest.isEmpty()) {
      find.apply(nearest).stream()
          .map(table -> table.withoutWords().withNear(near(table)))
          .sorted(Comparator.comparingDouble(FoundTable::near).reversed())
          .limit(MOST)
          .forEach(all::add);
    }
    return all;
  }

  /** A table whose vector is not made yet is as near as the others are on average. */
  private double near(FoundTable table) {
    return unit * Math.max(0, nearby.of(key(table)).orElse(usual));
  }

  private static long key(FoundTable table) {
    try {
      return Long.parseLong(table.foldKey());
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
