package io.gazetteer.api.search.suggest;

import io.gazetteer.common.words.IdentifierAnalyzer;
import java.util.List;
import java.util.Locale;

/**
 * A name that is compared with what someone types: letter by letter, too, since nobody types the
 * singulars that the index has.
 *
 * @param folded the text in lower case, with its signs, as the index has it
 */
record NameText(String text, String folded, FoldedLetters letters, List<Part> words) {
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  /** A word of it, as the index has it, and where it stands. */
  record Part(String text, Span span) {}

  static NameText of(String text) {
    return new NameText(
        text,
        text.toLowerCase(Locale.ROOT),
        FoldedLetters.of(text),
        ANALYZER.analyze(text).stream()
            .map(word -> new Part(word.text(), new Span(word.start(), word.end())))
            .toList());
  }

  /** Where it goes on so at the beginning of a word, and words that are the singular of this. */
  List<Span> beginnings(String typed) {
    return words.stream().flatMap(word -> beginning(word, typed).stream()).toList();
  }

  private List<Span> beginning(Part word, String typed) {
    int start = word.span().start();
    if (letters.goOn(start, typed)) {
      return List.of(new Span(start, letters.end(start, typed.length())));
    }
    boolean isMeant =
        word.text().startsWith(typed) || word.text().equals(ANALYZER.normalize(typed));
    return isMeant ? List.of(word.span()) : List.of();
  }
}
