package io.gazetteer.common.words;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what single characters fold to: normalising one takes longer than all the rest of the
 * analysis. Threads may race to fill a place; they write equal immutable strings.
 */
final class FoldedChars {

  private static final @Nullable String[] KNOWN = new @Nullable String[Character.MAX_VALUE + 1];

  private FoldedChars() {}

  static String get(char c) {
    var known = KNOWN[c];
    if (known == null) {
      known = Marks.isDropped(c) ? "" : Folder.plain(String.valueOf(c));
      KNOWN[c] = known;
    }
    return known;
  }
}
