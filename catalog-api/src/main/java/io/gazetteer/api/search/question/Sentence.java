package io.gazetteer.api.search.question;

import io.gazetteer.common.words.IdentifierAnalyzer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The plain words of a text, and which of them say something.
 *
 * @param words in their order, as typed
 * @param quoted the words that stood in quotes, and so count whatever they are
 * @param asked whether the text ends with a question mark
 */
record Sentence(List<String> words, List<String> quoted, boolean asked, Language language) {
  /** From so many words on a text with function words is a sentence. */
  private static final int WORDS_OF_A_SENTENCE = 5;

  /** A shorter text that begins like a sentence may be a name. */
  private static final int WORDS_OF_AN_OPENED_SENTENCE = 4;

  private static final int WORDS_BEFORE_A_QUESTION_MARK = 3;

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[-_./@#$][\\p{L}\\p{M}\\p{N}]+)*");
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  Sentence {
    words = List.copyOf(words);
    quoted = List.copyOf(quoted);
  }

  /** Reads a text that has nothing of the language of queries but quotes. */
  static Sentence of(String text) {
    var quotes = new StringBuilder();
    QUOTED.matcher(text).results().forEach(found -> quotes.append(found.group(1)).append(' '));
    var words = words(QUOTED.matcher(text).replaceAll(" "));
    var last = text.stripTrailing();
    return new Sentence(
        words,
        words(quotes.toString()),
        last.endsWith("?") || last.endsWith("？"),
        Language.of(words.stream().map(ANALYZER::fold).toList()));
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    WORD.matcher(text).results().forEach(found -> words.add(found.group()));
    return words;
  }

  /** Whether people would call it a sentence, and not a row of names. */
  boolean isOne() {
    long little = words.stream().filter(this::saysLittle).count();
    if (words.isEmpty() || (little == words.size() && quoted.isEmpty())) {
      return false;
    }
    boolean opened = is(words.getFirst(), language.words().opening());
    if (asked && (words.size() >= WORDS_BEFORE_A_QUESTION_MARK || (opened && words.size() > 1))) {
      return true;
    }
    return words.size() >= WORDS_OF_A_SENTENCE
        ? little > 0
        : opened && little > 1 && words.size() >= WORDS_OF_AN_OPENED_SENTENCE;
  }

  /** Whether it may be a sentence without function words, if nothing has all of its words. */
  boolean mayBeOne() {
    return words.size() >= WORDS_OF_AN_OPENED_SENTENCE;
  }

  /** The words that a question looks for; all of them when none says anything. */
  List<String> content() {
    var content =
        Stream.concat(words.stream().filter(word -> !saysLittle(word)), quoted.stream())
            .distinct()
            .toList();
    return content.isEmpty() ? words : content;
  }

  /** The words that a question leaves out, each once. */
  List<String> ignored() {
    var content = content();
    return words.stream().filter(word -> !content.contains(word)).distinct().toList();
  }

  /** The words between names that a search for names can do without; not one that is begun. */
  List<String> connecting() {
    return words.stream().allMatch(this::saysLittle)
        ? List.of()
        : words.subList(0, words.size() - 1).stream()
            .filter(word -> is(word, language.words().connecting()))
            .distinct()
            .toList();
  }

  /** Whether a word counts less than others: it says how an answer is computed, or is a number. */
  boolean isWeak(String word) {
    var folded = ANALYZER.fold(word);
    return language.words().weak().contains(folded) || folded.chars().allMatch(Character::isDigit);
  }

  private boolean saysLittle(String word) {
    return language.words().isFunction(ANALYZER.fold(word));
  }

  private static boolean is(String word, Set<String> words) {
    return words.contains(ANALYZER.fold(word));
  }
}
