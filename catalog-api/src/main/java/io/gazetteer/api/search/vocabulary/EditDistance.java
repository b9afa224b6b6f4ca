package io.gazetteer.api.search.vocabulary;

import java.util.Arrays;

/**
 * How many slips one word is from others: letters inserted, left out, replaced, or two neighbours
 * swapped (Damerau and Levenshtein, no letter touched twice). Only the cells that can stay within
 * the limit are computed (Ukkonen's band). Not thread-safe.
 */
final class EditDistance {
  private final String word;
  private final int limit;
  private final int far;
  private int[] row;
  private int[] above;
  private int[] twoAbove;

  EditDistance(String word, int limit) {
    this.word = word;
    this.limit = limit;
    this.far = limit + 1;
    int cells = word.length() + 2;
    row = new int[cells];
    above = new int[cells];
    twoAbove = new int[cells];
  }

  int limit() {
    return limit;
  }

  /** The distance, or more than the limit when it is more. */
  int to(String other) {
    if (Math.abs(other.length() - word.length()) > limit) {
      return far;
    }
    Arrays.fill(above, far);
    for (int j = 0; j <= Math.min(limit, word.length()); j++) {
      row[j] = j;
    }
    row[Math.min(limit, word.length()) + 1] = far;
    int least = 0;
    for (int i = 1; i <= other.length(); i++) {
      rotate();
      int leastAbove = least;
      least = fillRow(i, other);
      if (least > limit && leastAbove >= limit) {
        return far;
      }
    }
    return Math.min(row[word.length()], far);
  }

  private void rotate() {
    var free = twoAbove;
    twoAbove = above;
    above = row;
    row = free;
  }

  /** Returns the least distance in the row. */
  private int fillRow(int i, String other) {
    int from = Math.max(0, i - limit);
    int to = Math.min(word.length(), i + limit);
    if (from > 0) {
      row[from - 1] = far;
    }
    row[to + 1] = far;
    int least = far;
    for (int j = from; j <= to; j++) {
      row[j] = j == 0 ? i : cell(i, j, other);
      least = Math.min(least, row[j]);
    }
    return least;
  }

  private int cell(int i, int j, String other) {
    char ours = word.charAt(j - 1);
    char theirs = other.charAt(i - 1);
    int changed = above[j - 1] + (ours == theirs ? 0 : 1);
    int best = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
    if (i > 1 && j > 1 && ours == other.charAt(i - 2) && theirs == word.charAt(j - 2)) {
      best = Math.min(best, twoAbove[j - 2] + 1);
    }
    return best;
  }
}
