package io.gazetteer.api.search.paging;

import io.gazetteer.api.search.ranking.WantedWords.Least;
import java.util.Arrays;
import java.util.Optional;

/** How far a search widens what it looks for, until it has enough hits. */
public enum Widening {
  /** Hits have every word or a derivation of it; only unknown words may be typos. */
  ALL_WORDS(Least.ALL),
  /** Hits have most words. */
  SOME_WORDS(Least.MOST),
  /** Hits have most words, and known words may be typos, too. */
  GUESSING(Least.MOST),
  /** Hits have any of the words. */
  ANY_WORD(Least.ANY),
  /** The text is a question, and its hits are tables. */
  QUESTION(Least.ANY);

  private final Least least;

  Widening(Least least) {
    this.least = least;
  }

  /** How many words a hit must have. */
  public Least least() {
    return least;
  }

  static Optional<Widening> named(String name) {
    return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
  }
}
