package io.gazetteer.api.search.paging;

import java.util.Arrays;
import java.util.Optional;

/** How far a search widens what it looks for, until it has enough hits. */
public enum Widening {
  /** Hits have every word or a derivation of it; only unknown words may be typos. */
  ALL_WORDS(true),
  /** Hits have most words. */
  SOME_WORDS(false),
  /** Hits have most words, and known words may be typos, too. */
  GUESSING(false);

  private final boolean allWords;

  Widening(boolean allWords) {
    this.allWords = allWords;
  }

  public boolean allWords() {
    return allWords;
  }

  static Optional<Widening> named(String name) {
    return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
  }
}
