package io.gazetteer.api.search.terms;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan took from the vocabulary and the abbreviations, which change while someone pages
 * through what it finds.
 *
 * @param words the terms of each {@link Plan.Words}, in the order in which they are planned; their
 *     databases are not remembered
 * @param meant as in {@link Planned}
 */
public record Remembered(List<List<Term>> words, @Nullable String meant) {
  /** Other spellings of all terms together, at most. */
  public static final int MOST_SPELLINGS = 200;

  public Remembered {
    words = words.stream().map(List::copyOf).toList();
  }

  public static Remembered of(Planned planned) {
    var words = new ArrayList<List<Term>>();
    gather(planned.plan(), words);
    return new Remembered(words, planned.meant());
  }

  private static void gather(Plan plan, List<List<Term>> words) {
    switch (plan) {
      case Plan.Words some -> words.add(some.terms());
      case Plan.All all -> all.plans().forEach(part -> gather(part, words));
      case Plan.Any any -> any.plans().forEach(part -> gather(part, words));
      case Plan.Not not -> gather(not.plan(), words);
      default -> {
        // Took nothing.
      }
    }
  }
}
