package io.gazetteer.api.search.terms;

import io.gazetteer.api.search.vocabulary.Vocabulary;
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
  private static final int MOST = 5;
  private static final int MOST_VOWELS = 1;

  /** Of ten consonants so many must be left. */
  private static final int CONSONANTS_OF_TEN = 7;

  private final Vocabulary vocabulary;

  Squeezed(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Words of the index that may be this word alone. */
  List<String> of(String word) {
    return word.length() < SHORTEST_WORD
        ? List.of()
        : vocabulary.beginning(word.substring(0, 1), other -> isOf(word, other), MOST);
  }

  /**
   * Words of the index that may be this word and the one behind it.
   *
   * @param next the ways to write the one behind it
   */
  List<String> together(String word, Collection<String> next) {
    if (word.length() < SHORTEST_WORD) {
      return List.of();
    }
    var found = new ArrayList<String>();
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
    return (int) word.chars().filter(letter -> "aeiou".indexOf(letter) < 0).count();
  }
}
