package io.gazetteer.api.search.terms;

import io.gazetteer.common.words.IdentifierAnalyzer;
import io.gazetteer.common.words.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * A word of a query, and the way it was typed.
 *
 * @param surface the typed form, folded
 * @param start where the word begins in the typed text
 * @param end where it ends, exclusive
 */
record TypedWord(String text, String surface, int start, int end) {
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  static List<TypedWord> of(String text) {
    return ANALYZER.analyze(text).stream().map(word -> of(text, word)).toList();
  }

  private static TypedWord of(String text, Word word) {
    var surface = ANALYZER.fold(text.substring(word.start(), word.end()));
    boolean plain = surface.chars().allMatch(Character::isLetterOrDigit);
    return new TypedWord(word.text(), plain ? surface : word.text(), word.start(), word.end());
  }

  /** Groups words: those that were typed as one are in a list of their own. */
  static List<List<TypedWord>> runs(String text, List<TypedWord> words) {
    var runs = new ArrayList<List<TypedWord>>();
    for (TypedWord word : words) {
      if (!runs.isEmpty() && runs.getLast().getLast().runsInto(word, text)) {
        runs.getLast().add(word);
      } else {
        runs.add(new ArrayList<>(List.of(word)));
      }
    }
    return runs;
  }

  /** Whether only a dictionary has split two words: nothing stands between, and no case changes. */
  private boolean runsInto(TypedWord next, String text) {
    if (end != next.start || end == 0 || end >= text.length()) {
      return false;
    }
    char before = text.charAt(end - 1);
    char after = text.charAt(end);
    return Character.isLetter(before)
        && Character.isLetter(after)
        && Character.isUpperCase(before) == Character.isUpperCase(after);
  }

  /** Joins words that were typed as one. */
  static TypedWord joined(List<TypedWord> run) {
    var joined = new StringBuilder();
    run.forEach(word -> joined.append(word.surface));
    return new TypedWord(
        joined.toString(), joined.toString(), run.getFirst().start, run.getLast().end);
  }
}
