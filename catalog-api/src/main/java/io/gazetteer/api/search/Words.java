package io.gazetteer.api.search;

import io.gazetteer.common.identifiers.IdentifierAnalyzer;
import java.util.List;

/** The words of queries, names and comments, made by the code that made the index's. */
final class Words {
  private static final int MOST = 16;
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  private Words() {}

  /** A word and where it stands in the text it was found in. */
  record Word(String text, int start, int end) {}

  /** Each word once, in the order of the text; words beyond the first 16 are left out. */
  static List<String> ofQuery(String text) {
    return ofName(text).stream().map(Word::text).distinct().limit(MOST).toList();
  }

  static List<Word> ofName(String name) {
    return ANALYZER.analyze(name).stream()
        .map(word -> new Word(word.text(), word.start(), word.end()))
        .toList();
  }

  static List<Word> ofComment(String comment) {
    return ANALYZER.analyzeText(comment).stream()
        .map(word -> new Word(word.text(), word.start(), word.end()))
        .toList();
  }
}
