package io.gazetteer.common.words;

import java.util.ArrayList;
import java.util.List;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Cuts words to their English stems: {@code organization} and {@code organizes} are both {@code
 * organiz}. Names are searched without stems; questions use other forms of a word than names do.
 * Thread safe.
 */
public final class Stems {
  private static final int SHORTEST = 4;

  private Stems() {}

  /**
   * Returns the stem of a word of the identifier analysis; words of other letters are their own.
   */
  public static String of(String word) {
    if (word.length() < SHORTEST || !isPlain(word)) {
      return word;
    }
    // A stemmer is not thread safe, and costs little to make.
    var stemmer = new EnglishStemmer();
    stemmer.setCurrent(word);
    stemmer.stem();
    var stem = stemmer.getCurrent();
    return stem.isEmpty() ? word : stem;
  }

  /** Returns the stems of words that blanks separate, also separated by blanks. */
  public static String ofAll(String words) {
    if (words.isEmpty()) {
      return words;
    }
    List<String> stems = new ArrayList<>();
    for (String word : words.split(" ", -1)) {
      stems.add(of(word));
    }
    return String.join(" ", stems);
  }

  private static boolean isPlain(String word) {
    return word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
  }
}
