package io.gazetteer.api.search.vocabulary;

import java.util.stream.IntStream;

/**
 * Finds words a slip or two away by looking at all of a fitting length. Most are passed over by
 * their letters alone, without order: one slip changes at most two members of that set (a lower
 * bound like the bag distance of Bartolini, Ciaccia and Patella). That takes twelve bytes a word;
 * the deletions of SymSpell would be faster, and take hundreds. Immutable.
 */
final class Neighbours {
  private static final int ONE_SLIP_FROM = 4;
  private static final int TWO_SLIPS_FROM = 8;
  private static final int SET_SIZE = 32;

  /** Of a candidate: number, whether the first letter differs, distance. */
  private static final int NUMBER_BITS = 32;

  private final String[] words;

  /** Numbers of the words, by their length. */
  private final int[] byLength;

  /** The sets of letters, in the same order. */
  private final long[] letters;

  /** Where in that order each length begins. */
  private final int[] starts;

  Neighbours(String[] words) {
    this.words = words;
    int longest = IntStream.range(0, words.length).map(i -> words[i].length()).max().orElse(0);
    starts = new int[longest + 2];
    for (String word : words) {
      starts[word.length() + 1]++;
    }
    for (int length = 1; length < starts.length; length++) {
      starts[length] += starts[length - 1];
    }
    byLength = new int[words.length];
    letters = new long[words.length];
    var next = starts.clone();
    for (int number = 0; number < words.length; number++) {
      int at = next[words[number].length()]++;
      byLength[at] = number;
      letters[at] = letters(words[number]);
    }
  }

  /** Which letters a word has at least once, and at least twice. */
  private static long letters(String word) {
    long set = 0;
    for (int i = 0; i < word.length(); i++) {
      long letter = 1L << (word.charAt(i) % SET_SIZE);
      set |= ((set & letter) << SET_SIZE) | letter;
    }
    return set;
  }

  /** Candidates, the best first; {@link #number} tells which words they are. */
  Smallest near(String word, int most) {
    var best = new Smallest(most);
    int slips = slips(word);
    if (slips == 0) {
      return best;
    }
    var distance = new EditDistance(word, slips);
    long set = letters(word);
    int from = start(word.length() - slips);
    int to = start(word.length() + slips + 1);
    for (int i = from; i < to; i++) {
      if (Long.bitCount(letters[i] ^ set) <= 2 * slips) {
        add(byLength[i], word, distance, best);
      }
    }
    return best;
  }

  private void add(int number, String word, EditDistance distance, Smallest best) {
    var other = words[number];
    int away = distance.to(other);
    if (away > 0 && away <= distance.limit()) {
      long otherBeginning = other.charAt(0) == word.charAt(0) ? 0 : 1;
      best.add(((2L * away + otherBeginning) << NUMBER_BITS) | number);
    }
  }

  static int slips(String word) {
    return word.length() < ONE_SLIP_FROM ? 0 : word.length() < TWO_SLIPS_FROM ? 1 : 2;
  }

  static int number(long candidate) {
    return (int) candidate;
  }

  private int start(int length) {
    return starts[Math.clamp(length, 0, starts.length - 1)];
  }
}
