package io.gazetteer.common.words;

/**
 * Describes a word of the dictionary.
 *
 * @param normal the form it is stored in the index under, its singular
 * @param cost how unlikely the word is in an identifier, in hundredths
 * @param place where in a run-together word it may stand
 */
record Entry(String normal, int cost, Place place) {

  /** Says where a word may stand as a piece of a run-together one. */
  enum Place {
    ANYWHERE(true, true, true),
    /** The word may come first, as in {@code isactive}. */
    FIRST(true, false, false),
    /** The word may stand in the middle, as in {@code dateofbirth}. */
    MIDDLE(false, true, false),
    /** The word may come last, as in {@code createdat}. */
    LAST(false, false, true),
    /** The word is known so that it is not split itself; it is no piece of others. */
    ALONE(false, false, false);

    private final boolean first;
    private final boolean middle;
    private final boolean last;

    Place(boolean first, boolean middle, boolean last) {
      this.first = first;
      this.middle = middle;
      this.last = last;
    }

    boolean allows(boolean atStart, boolean atEnd) {
      return atStart ? first && !atEnd : atEnd ? last : middle;
    }
  }
}
