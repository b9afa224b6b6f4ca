package io.gazetteer.api.search.paging;

import java.util.Arrays;

/** How far a search goes to find something. */
public enum Effort {
  /** Every word, as typed or as what it abbreviates; unknown words as what was probably meant. */
  ALL_WORDS(true, false),
  /** Most words. */
  SOME_WORDS(false, false),
  /** The same, and known words may be typos, too. */
  GUESSING(false, true);

  private final boolean allWords;
  private final boolean forgiving;

  Effort(boolean allWords, boolean forgiving) {
    this.allWords = allWords;
    this.forgiving = forgiving;
  }

  public boolean allWords() {
    return allWords;
  }

  boolean forgiving() {
    return forgiving;
  }

  /** Whether one is called so, as by {@link #name}. */
  static boolean isName(String name) {
    return Arrays.stream(values()).anyMatch(effort -> effort.name().equals(name));
  }
}
