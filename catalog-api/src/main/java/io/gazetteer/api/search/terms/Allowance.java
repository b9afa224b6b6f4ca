package io.gazetteer.api.search.terms;

/**
 * How many other spellings a word of a query may have. All its words share them, so that neither a
 * query of many words nor the cursor that remembers them grows without bound.
 *
 * @param characters of all of its spellings together
 */
record Allowance(int spellings, int characters) {
  /** What is looked for just as it is typed. */
  static final Allowance NONE = new Allowance(0, 0);

  private static final int MOST_CHARACTERS = 1600;
  private static final int MOST_BEGINNINGS = 10;
  private static final int MOST_SUBSTRINGS = 100;

  /** For each of so many words. */
  static Allowance of(int words) {
    int share = Math.max(1, words);
    return new Allowance(Remembered.MOST_SPELLINGS / share, MOST_CHARACTERS / share);
  }

  int beginnings() {
    return Math.min(MOST_BEGINNINGS, spellings / 4);
  }

  int substrings() {
    return Math.min(MOST_SUBSTRINGS, spellings / 2);
  }
}
