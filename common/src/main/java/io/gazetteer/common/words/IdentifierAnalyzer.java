package io.gazetteer.common.words;

import java.util.List;
import java.util.Set;

/**
 * From identifiers to the words that are stored in the index, and that queries are made of: {@code
 * CustomerEmailAddress}, {@code CUST_EMAIL_ADDR}, {@code orderlines}. Index and query pass through
 * the same code, and there is one analysis for names, comments and queries, since a query cannot
 * know where its words will stand.
 *
 * <ul>
 *   <li><b>Splitting</b>: at everything that is neither letter nor digit, between letters and
 *       digits ({@code address2} is address 2, {@code q1_2024} is q 1 2024), at changes of case
 *       ({@code HTTPServerID} is http server id, {@code userIDs} is user id), between scripts with
 *       and without case. Each ideograph and Hiragana is a word. Emoji and symbols are no words.
 *   <li><b>Folding</b>: lower case without a locale, accents dropped, compatibility forms plain
 *       ({@code ＩＤ} is id), ß is ss. Possessive 's is dropped.
 *   <li><b>Singular</b>: English plurals become singular ({@code addresses}, {@code statuses},
 *       {@code people}); {@code status}, {@code news}, {@code gps} stay. Words of other letters
 *       than a to z are left alone.
 *   <li><b>Run-together words</b>: a word that is not in the dictionary is split when dictionary
 *       words cover it ({@code orderid}, {@code CUSTEMAIL}, {@code lastupdatedby}); a word in the
 *       dictionary stays whole ({@code island}, {@code database}).
 *   <li><b>Compounds</b>: some words are joined however they are written: {@code e_mail} is email,
 *       {@code TimeStamp} is timestamp, {@code b2b} stays b2b. A query should therefore be given as
 *       a whole, not blank by blank.
 * </ul>
 *
 * <p>Words are never empty, hold no whitespace and at most {@value #MAX_WORD_LENGTH} UTF-16 units
 * (longer ones are cut); spans are in order and do not overlap. Only the first {@value #MAX_WORDS}
 * words and the first {@value #MAX_LENGTH} units of a text count. Analysing {@link #words} again
 * gives the same words. No method throws, whatever the text; the work grows linearly with it.
 *
 * <p>Immutable, safe for all threads.
 */
public final class IdentifierAnalyzer {

  /** A text has at most this many words. */
  public static final int MAX_WORDS = 1_000;

  /** A word has at most this many UTF-16 units: the index's {@code whitespace} keeps it whole. */
  public static final int MAX_WORD_LENGTH = 255;

  /** The analysis reads at most this many UTF-16 units, enough for the most and longest words. */
  public static final int MAX_LENGTH = 1 << 18;

  private final Dictionary dictionary;

  IdentifierAnalyzer(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** Returns the analyzer with the built-in dictionary, always the same one. */
  public static IdentifierAnalyzer standard() {
    return Standard.ANALYZER;
  }

  /** Returns the words of a name or a query. */
  public List<Word> analyze(String identifier) {
    return new Analysis(limited(identifier), dictionary).words();
  }

  /** Returns the words of a comment; identifiers in it are split like any other. */
  public List<Word> analyzeText(String prose) {
    return analyze(prose);
  }

  /** Returns the words of {@link #analyze}, joined by one blank, as the index stores them. */
  public String words(String identifier) {
    return joined(analyze(identifier));
  }

  /** Returns the words of {@link #analyzeText}, joined by one blank. */
  public String textWords(String prose) {
    return joined(analyzeText(prose));
  }

  /** Whether the dictionary has a word, given in lower case: it is hardly a slip of the pen. */
  public boolean knows(String word) {
    return dictionary.words().find(word, 0, word.length()) != null;
  }

  /** Returns one word in lower case, folded, singular, and not split. Idempotent. */
  public String normalize(String word) {
    var folded = fold(word);
    return Singulars.singular(folded);
  }

  /**
   * Folds a text in lower case and does no more, for what is no whole word, such as the beginning
   * of one ({@code addres} is not the plural of "addre"). Idempotent. Blanks and punctuation stay.
   */
  public String fold(String text) {
    var folded = FoldedText.of(limited(text)).text();
    return LowerCase.of(folded, 0, folded.length());
  }

  /**
   * Returns the words whose plural may begin so, without those that begin so themselves: {@code
   * categori} becomes category, {@code peop} person, {@code orders} is order already. It serves to
   * find names while someone types.
   *
   * @param beginning of one word, folded
   */
  public Set<String> singularsOfBeginning(String beginning) {
    return Singulars.ofBeginning(beginning);
  }

  private static String joined(List<Word> words) {
    var joined = new StringBuilder();
    for (var word : words) {
      joined.append(joined.isEmpty() ? "" : " ").append(word.text());
    }
    return joined.toString();
  }

  private static String limited(String text) {
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
  }

  /** Loads the dictionary at first use, once. */
  private static final class Standard {
    static final IdentifierAnalyzer ANALYZER = new IdentifierAnalyzer(Dictionary.builtIn());
  }
}
