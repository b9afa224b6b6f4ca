package io.gazetteer.api.search.terms;

/**
 * How many derivations a query term may have. All terms of a query share them, so that neither a
 * query of many words nor the cursor that carries its terms grows without bound.
 *
 * @param characters the length of all derivations of the term together
 */
record DerivationLimits(int derivations, int characters) {
  /** For words that are looked for only as they are typed. */
  static final DerivationLimits NONE = new DerivationLimits(0, 0);

  private static final int MOST_CHARACTERS = 1600;
  private static final int MOST_PREFIXED = 10;
  private static final int MOST_SUBSTRINGS = 100;

  /** The limits of each term in a query of this many words. */
  static DerivationLimits of(int words) {
    int share = Math.max(1, words);
    return new DerivationLimits(ResolvedTerms.MOST_DERIVATIONS / share, MOST_CHARACTERS / share);
  }

  /** How many words may be there that begin with the term. */
  int prefixed() {
    return Math.min(MOST_PREFIXED, derivations / 4);
  }

  /** How many words may be there that have the term inside. */
  int substrings() {
    return Math.min(MOST_SUBSTRINGS, derivations / 2);
  }
}
