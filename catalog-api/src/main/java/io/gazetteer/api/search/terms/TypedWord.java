package io.gazetteer.api.search.terms;

import io.gazetteer.common.words.IdentifierAnalyzer;
import io.gazetteer.common.words.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * A word of a query and how it was typed.
 *
 * @param surface as typed, folded
 * @param start where it stands in the typed text
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

  /** The words, those that were typed as one in a list of their own. */
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

  /** No blank, sign, digit or change of case stands between, so a dictionary has split them. */
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

  /** Words that were typed as one, as one. */
  static TypedWord joined(List<TypedWord> run) {
    var joined = new StringBuilder();
    run.forEach(word -> joined.append(word.surface));
    return new TypedWord(
        joined.toString(), joined.toString(), run.getFirst().start, run.getLast().end);
  }
}
