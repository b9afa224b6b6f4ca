package io.gazetteer.common.index;

import java.util.Arrays;
import java.util.List;

/**
 * Sorts tables into tiers by how many foreign keys of other tables point at them. Nobody ranks 31
 * above 30, and in a schema that grows the numbers of its main tables change with every crawl. The
 * index is kept up to date about the tier only, so a search must ask for nothing finer.
 */
public enum Popularity {
  NONE(0, 0),
  SOME(1, 1),
  MANY(3, 2),
  LARGE(10, 3),
  HUGE(30, 4);

  private static final List<Popularity> REFERENCED_MOST_FIRST =
      Arrays.stream(values()).filter(tier -> tier != NONE).toList().reversed();

  private final int from;
  private final int rank;

  Popularity(int from, int rank) {
    this.from = from;
    this.rank = rank;
  }

  public static Popularity of(int referencedBy) {
    var found = NONE;
    for (Popularity tier : values()) {
      if (referencedBy >= tier.from) {
        found = tier;
      }
    }
    return found;
  }

  /** Returns the tiers of tables that others reference, the most popular first. */
  public static List<Popularity> referencedMostFirst() {
    return REFERENCED_MOST_FIRST;
  }

  /** Returns how many tiers are below this one. */
  public int rank() {
    return rank;
  }

  /** Returns the smallest number of references of this tier. */
  public int from() {
    return from;
  }
}
