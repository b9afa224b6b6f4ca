package io.gazetteer.api.search.vocabulary;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Keeps the smallest of the numbers it is given, each once. For few: every insertion moves some.
 */
final class Smallest {
  private final long[] kept;
  private int size;

  Smallest(int most) {
    kept = new long[Math.max(0, most)];
  }

  /** Whether {@link #add} would keep a number, or has kept it already. */
  boolean takes(long number) {
    return size < kept.length || (size > 0 && number <= kept[size - 1]);
  }

  void add(long number) {
    int found = takes(number) ? Arrays.binarySearch(kept, 0, size, number) : 0;
    if (found < 0) {
      int at = -found - 1;
      size = Math.min(size + 1, kept.length);
      System.arraycopy(kept, at, kept, at + 1, size - at - 1);
      kept[at] = number;
    }
  }

  boolean isFull() {
    return size == kept.length;
  }

  /** The numbers, the smallest first. */
  LongStream numbers() {
    return Arrays.stream(kept, 0, size);
  }
}
