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

  /** Words of one text, at most. */
  public static final int MAX_WORDS = 1_000;

  /**
   * UTF-16 units of one word, at most: what the index's {@code whitespace} analyzer keeps whole.
   */
  public static final int MAX_WORD_LENGTH = 255;

  /**
   * UTF-16 units of one text that are looked at, at most; as many as the most and longest words.
   */
  public static final int MAX_LENGTH = 1 << 18;

  private final Dictionary dictionary;

  IdentifierAnalyzer(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** The analyzer with the built-in dictionary, always the same one. */
  public static IdentifierAnalyzer standard() {
    return Standard.ANALYZER;
  }

  /** The words of a name or a query. */
  public List<Word> analyze(String identifier) {
    return new Analysis(limited(identifier), dictionary).words();
  }

  /** The words of a comment; identifiers in it are split like any other: the same analysis. */
  public List<Word> analyzeText(String prose) {
    return analyze(prose);
  }

  /** The words of {@link #analyze}, joined by one blank: what is stored in the index. */
  public String words(String identifier) {
    return joined(analyze(identifier));
  }

  /** The words of {@link #analyzeText}, joined by one blank. */
  public String textWords(String prose) {
    return joined(analyzeText(prose));
  }

  /** One word in lower case, folded, singular, and not split. Idempotent. */
  public String normalize(String word) {
    var folded = fold(word);
    return Singulars.singular(folded);
  }

  /**
   * Lower case and folded only: for what is no whole word, such as the beginning of one ({@code
   * addres} is not the plural of "addre"). Idempotent. Blanks and punctuation stay.
   */
  public String fold(String text) {
    var folded = FoldedText.of(limited(text)).text();
    return LowerCase.of(folded, 0, folded.length());
  }

  /**
   * The words that the beginning of a plural is on its way to, as far as they do not begin so
   * themselves: {@code categori} becomes category, {@code peop} person, {@code orders} is order
   * already. For finding names while someone types.
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
