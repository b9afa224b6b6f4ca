package io.gazetteer.worker.introspect.postgresql;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Holds texts by column number, in an array: it is asked once for each of millions of columns. */
final class ColumnTexts {
  private static final @Nullable String[] NONE = {};

  private @Nullable String[] texts = NONE;

  void put(int columnNumber, String text) {
    if (columnNumber >= texts.length) {
      texts = Arrays.copyOf(texts, Math.max(columnNumber + 1, 2 * texts.length));
    }
    texts[columnNumber] = text;
  }

  @Nullable String get(int columnNumber) {
    return columnNumber < texts.length ? texts[columnNumber] : null;
  }
}
