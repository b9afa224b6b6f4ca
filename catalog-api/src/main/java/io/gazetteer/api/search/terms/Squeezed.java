package io.gazetteer.api.search.terms;

import io.gazetteer.api.search.vocabulary.Vocabulary;
import io.gazetteer.common.words.IdentifierAnalyzer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Finds words of the index that another word was squeezed to by leaving out vowels, and maybe a
 * consonant: {@code trkng} for tracking, {@code dpndnt} for dependent. A name may have squeezed two
 * words into one: {@code trkngno} for tracking number. Thread safe.
 */
final class Squeezed {
  private static final int SHORTEST_WORD = 5;
  private static final int SHORTEST_SQUEEZED = 3;
  private static final int SHORTEST_ALONE = 4;
  private static final int LEAST_CUT_OFF = 3;
  private static final int MOST = 5;
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();
  private static final int MOST_VOWELS = 1;

  /** Of ten consonants so many must be left. */
  private static final int CONSONANTS_OF_TEN = 7;

  private final Vocabulary vocabulary;

  Squeezed(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The word of the index that is this one without any vowel but a first one; at most one. */
  List<String> alone(String word) {
    var left = new StringBuilder(word.substring(0, 1));
    word.substring(1).chars().filter(Squeezed::isConsonant).forEach(left::appendCodePoint);
    return left.length() >= SHORTEST_ALONE
            && left.length() < word.length()
            && vocabulary.contains(left.toString())
        ? List.of(left.toString())
        : List.of();
  }

  /**
   * The longest word of the index that this one is cut off to; at most one.
   *
   * @param supported whether another word stands beside it
   */
  List<String> cutOff(String word, boolean supported) {
    return word.length() < SHORTEST_WORD
        ? List.of()
        : beginnings(word, supported ? SHORTEST_SQUEEZED : SHORTEST_ALONE).stream()
            .filter(vocabulary::contains)
            .limit(1)
            .toList();
  }

  /**
   * The longest beginnings first, each without at least three letters of the word. A longer one
   * that the dictionary has is a word of its own: a plant is no plantation.
   */
  private static List<String> beginnings(String word, int shortest) {
    var beginnings = new ArrayList<String>();
    for (int to = word.length() - LEAST_CUT_OFF; to >= shortest; to--) {
      var beginning = word.substring(0, to);
      if (to <= SHORTEST_ALONE || !ANALYZER.knows(beginning)) {
        beginnings.add(beginning);
      }
    }
    return beginnings;
  }

  /** Words of the index that may be this word, which another word supports. */
  List<String> of(String word) {
    return word.length() < SHORTEST_WORD
        ? List.of()
        : vocabulary.beginning(word.substring(0, 1), other -> isOf(word, other), MOST);
  }

  /**
   * Words of the index that may be this word and the one behind it.
   *
   * @param ways the ways to write the word
   * @param next the ways to write the one behind it
   */
  List<String> together(String word, Collection<String> ways, Collection<String> next) {
    var found = new ArrayList<String>();
    for (String way : ways) {
      next.stream().map(way::concat).filter(vocabulary::contains).forEach(found::add);
    }
    if (word.length() < SHORTEST_WORD) {
      return found;
    }
    for (String ending : next) {
      found.addAll(
          vocabulary.beginning(
              word.substring(0, 1),
              other ->
                  other.endsWith(ending)
                      && isOf(word, other.substring(0, other.length() - ending.length())),
              MOST));
    }
    return found.stream().distinct().limit(MOST).toList();
  }

  /** Whether one word may be squeezed to another. */
  static boolean isOf(String word, String squeezed) {
    if (squeezed.length() < SHORTEST_SQUEEZED
        || squeezed.length() >= word.length()
        || squeezed.charAt(0) != word.charAt(0)) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < squeezed.length(); i++) {
      at = word.indexOf(squeezed.charAt(i), at) + 1;
      if (at == 0) {
        return false;
      }
    }
    int consonants = consonants(squeezed);
    return squeezed.length() - consonants <= MOST_VOWELS
        && consonants >= SHORTEST_SQUEEZED
        && 10 * consonants >= CONSONANTS_OF_TEN * consonants(word);
  }

  private static int consonants(String word) {
    return (int) word.chars().filter(Squeezed::isConsonant).count();
  }

  private static boolean isConsonant(int letter) {
    return "aeiou".indexOf(letter) < 0;
  }
}
