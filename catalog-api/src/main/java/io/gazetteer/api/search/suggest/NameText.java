package io.gazetteer.api.search.suggest;

import io.gazetteer.api.search.hits.Span;
import io.gazetteer.common.words.IdentifierAnalyzer;
import io.gazetteer.common.words.Word;
import java.util.List;
import java.util.Locale;

/**
 * A name to compare with a typed text. The index has the singulars of its words, which nobody types
 * on purpose, so that its letters are compared, too.
 *
 * @param folded the text in lower case, with its signs
 * @param words as the index has them
 */
record NameText(String text, String folded, FoldedLetters letters, List<Word> words) {
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  static NameText of(String text) {
    return new NameText(
        text, text.toLowerCase(Locale.ROOT), FoldedLetters.of(text), ANALYZER.analyze(text));
  }

  /** Where the name goes on with a typed text at the beginning of a word, or has its singular. */
  List<Span> beginnings(String typed) {
    return words.stream().flatMap(word -> beginning(word, typed).stream()).toList();
  }

  private List<Span> beginning(Word word, String typed) {
    int start = word.start();
    if (letters.goOn(start, typed)) {
      return List.of(new Span(start, letters.end(start, typed.length())));
    }
    boolean isMeant =
        word.text().startsWith(typed) || word.text().equals(ANALYZER.normalize(typed));
    return isMeant ? List.of(Span.of(word)) : List.of();
  }
}
