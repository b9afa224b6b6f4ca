package io.gazetteer.common.words;

import java.util.Arrays;

/**
 * Splits run-together words ({@code custaddr}, {@code lastupdatedby}) by the cheapest cover of the
 * whole word with words of the dictionary (Viterbi). A cover that costs too much for its length is
 * refused, so that an unknown ordinary word stays whole. Immutable, safe for all threads; the work
 * is bounded by {@value #MAX_LENGTH} letters times the longest dictionary word.
 */
final class Segmenter {

  static final int MAX_LENGTH = 64;

  private static final int MIN_LENGTH = 5;
  private static final int MAX_COST_PER_LETTER = 110;
  private static final int ALLOWANCE = 200;
  private static final int[] NO_PIECES = {};

  private final WordList dictionary;

  Segmenter(WordList dictionary) {
    this.dictionary = dictionary;
  }

  /** Returns where the pieces end, the last being {@code end}; empty if it is one word. */
  int[] split(String text, int start, int end) {
    int length = end - start;
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      return NO_PIECES;
    }
    var costs = new int[length + 1];
    var previous = new int[length + 1];
    Arrays.fill(costs, 1, length + 1, Integer.MAX_VALUE);
    for (int from = 0; from < length; from++) {
      if (costs[from] != Integer.MAX_VALUE) {
        extend(text, start, from, costs, previous);
      }
    }
    return costs[length] > ALLOWANCE + length * MAX_COST_PER_LETTER
        ? NO_PIECES
        : ends(previous, start);
  }

  private void extend(String text, int start, int from, int[] costs, int[] previous) {
    int length = costs.length - 1;
    int node = WordList.ROOT;
    for (int to = from + 1; to <= length; to++) {
      node = dictionary.step(node, text.charAt(start + to - 1));
      if (node == WordList.NOWHERE) {
        return;
      }
      var entry = dictionary.at(node);
      if (entry != null
          && entry.place().allows(from == 0, to == length)
          && costs[from] + entry.cost() < costs[to]) {
        costs[to] = costs[from] + entry.cost();
        previous[to] = from;
      }
    }
  }

  private static int[] ends(int[] previous, int start) {
    int count = 0;
    for (int at = previous.length - 1; at > 0; at = previous[at]) {
      count++;
    }
    var ends = new int[count];
    for (int at = previous.length - 1; at > 0; at = previous[at]) {
      ends[--count] = start + at;
    }
    return ends;
  }
}
