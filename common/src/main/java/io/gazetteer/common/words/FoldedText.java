package io.gazetteer.common.words;

import org.jspecify.annotations.Nullable;

/**
 * Holds a text with its accents folded, case kept, and remembers where each of its characters came
 * from.
 *
 * @param text the folded characters
 * @param starts for each folded character the offset of its first original unit; null if unchanged
 * @param ends for each folded character the offset behind its last original unit; null if unchanged
 */
@SuppressWarnings("ArrayRecordComponent") // lives inside one analysis and is never compared
record FoldedText(String text, int @Nullable [] starts, int @Nullable [] ends) {

  private static final int MAX_ROUNDS = 4;

  /** Folds a text; a text of ASCII alone is taken as it is. */
  static FoldedText of(String original) {
    var folded = new FoldedText(original, null, null);
    if (isAscii(original)) {
      return folded;
    }
    // A folded character may meet its neighbour as a new combination (half-width katakana), so
    // that only a second look says that nothing is left to fold.
    for (int round = 0; round < MAX_ROUNDS; round++) {
      var next = new Folder(folded).fold();
      if (next.text.equals(folded.text)) {
        break;
      }
      folded = next;
    }
    return folded;
  }

  int originalStart(int index) {
    return starts == null ? index : starts[index];
  }

  /** Returns where the folded text up to {@code index} (exclusive) ends in the original. */
  int originalEnd(int index) {
    return ends == null ? index : ends[index - 1];
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}
