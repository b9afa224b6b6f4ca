package io.gazetteer.common.identifiers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Splits words that were run together, {@code lastupdatedby}, at the cheapest cover by words of the
 * dictionary (Viterbi). A word of the dictionary stays whole, and so does what is not covered to
 * the last letter: a wrong split hides more than a missing one.
 */
final class Segmenter {
  private static final int MIN_LENGTH = 5;
  private static final int MAX_LENGTH = 48;

  private final Dictionary dictionary;

  Segmenter(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** The parts of a folded word, in order; together they are the word. */
  List<String> split(String word) {
    if (word.length() < MIN_LENGTH
        || word.length() > MAX_LENGTH
        || !isAsciiLetters(word)
        || dictionary.contains(word)
        || dictionary.contains(Singulars.of(word))) {
      return List.of(word);
    }
    return cheapestCover(word);
  }

  private List<String> cheapestCover(String word) {
    int length = word.length();
    var cost = new double[length + 1];
    var from = new int[length + 1];
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    cost[0] = 0;
    for (int end = 1; end <= length; end++) {
      for (int start = Math.max(0, end - dictionary.longest()); start < end; start++) {
        double candidate = cost[start] + dictionary.cost(word, start, end);
        if (candidate < cost[end]) {
          cost[end] = candidate;
          from[end] = start;
        }
      }
    }
    return Double.isInfinite(cost[length]) ? List.of(word) : parts(word, from);
  }

  private static List<String> parts(String word, int[] from) {
    var parts = new ArrayList<String>();
    for (int end = word.length(); end > 0; end = from[end]) {
      parts.add(word.substring(from[end], end));
    }
    Collections.reverse(parts);
    return parts;
  }

  private static boolean isAsciiLetters(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
        return false;
      }
    }
    return true;
  }
}
