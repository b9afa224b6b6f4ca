package io.gazetteer.api.search.vocabulary;

/**
 * Finds words by a part that does not stand at their beginning: all their endings in the order of
 * their text, so that those that begin with the part stand together (a suffix array, after Manber
 * and Myers), sorted by multikey quicksort (Bentley and Sedgewick). Immutable.
 */
final class SuffixArray {
  private static final int OFFSET_BITS = 8;
  private static final int LAST_OFFSET = 40;
  private static final int END = -1;

  /** How many endings can be looked at in the time that one word by its number takes. */
  private static final int COST = 8;

  private final String[] words;

  /** The endings, each as a word's number and the offset of the ending. */
  private final int[] endings;

  SuffixArray(String[] words) {
    this.words = words;
    int count = 0;
    for (String word : words) {
      count += endingsOf(word);
    }
    endings = new int[count];
    int next = 0;
    for (int number = 0; number < words.length; number++) {
      for (int offset = 1; offset <= endingsOf(words[number]); offset++) {
        endings[next++] = (number << OFFSET_BITS) | offset;
      }
    }
    sort(0, count, 0);
  }

  private static int endingsOf(String word) {
    return Math.clamp(word.length() - 1L, 0, LAST_OFFSET);
  }

  /** Numbers of words that contain the part and do not begin with it. */
  Smallest containing(String part, int most) {
    var best = new Smallest(most);
    if (part.isEmpty() || most <= 0) {
      return best;
    }
    int from = bound(part, 0);
    int to = bound(part, 1);
    long found = (long) to - from;
    if (found * found > (long) COST * words.length * most) {
      addInOrder(part, best);
    } else {
      addAll(part, from, to, best);
    }
    return best;
  }

  private void addAll(String part, int from, int to, Smallest best) {
    for (int i = from; i < to; i++) {
      int number = endings[i] >>> OFFSET_BITS;
      if (best.takes(number) && !words[number].startsWith(part)) {
        best.add(number);
      }
    }
  }

  /**
   * Goes through the words by rank: with so many that contain the part, the first few come soon.
   */
  private void addInOrder(String part, Smallest best) {
    for (int number = 0; number < words.length && !best.isFull(); number++) {
      int at = words[number].indexOf(part, 1);
      if (at > 0 && at <= LAST_OFFSET && !words[number].startsWith(part)) {
        best.add(number);
      }
    }
  }

  /** The place of the first ending that compares to the part as at least this. */
  private int bound(String part, int least) {
    int low = 0;
    int high = endings.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(endings[middle], part) < least) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** 0 when the ending begins with the part. */
  private int compare(int ending, String part) {
    for (int depth = 0; depth < part.length(); depth++) {
      int difference = charAt(ending, depth) - part.charAt(depth);
      if (difference != 0) {
        return Integer.signum(difference);
      }
    }
    return 0;
  }

  private int charAt(int ending, int depth) {
    var word = words[ending >>> OFFSET_BITS];
    int at = (ending & ((1 << OFFSET_BITS) - 1)) + depth;
    return at < word.length() ? word.charAt(at) : END;
  }

  /** Sorts endings that agree in their first {@code depth} letters. */
  private void sort(int from, int to, int depth) {
    int first = from;
    while (to - first > 1) {
      int pivot = charAt(endings[(first + to) >>> 1], depth);
      int less = first;
      int greater = to;
      int i = first;
      while (i < greater) {
        int c = charAt(endings[i], depth);
        if (c < pivot) {
          swap(less++, i++);
        } else if (c > pivot) {
          swap(i, --greater);
        } else {
          i++;
        }
      }
      sort(first, less, depth);
      if (pivot != END) {
        sort(less, greater, depth + 1);
      }
      first = greater;
    }
  }

  private void swap(int a, int b) {
    int kept = endings[a];
    endings[a] = endings[b];
    endings[b] = kept;
  }
}
