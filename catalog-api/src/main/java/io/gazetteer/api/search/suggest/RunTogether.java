package io.gazetteer.api.search.suggest;

import io.gazetteer.api.search.vocabulary.Vocabulary;
import io.gazetteer.common.words.IdentifierAnalyzer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Splits words that run together while the last one is not finished, so that no dictionary can take
 * them apart yet: {@code lastupda} may become last updated.
 */
final class RunTogether {
  private static final int MOST = 3;
  private static final int SHORTEST_BEFORE = 2;
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  private RunTogether() {}

  /** Where the last word may begin, the last place first; none when a known word begins so. */
  static List<Integer> splits(String chunk, Vocabulary known) {
    if (!known.beginning(ANALYZER.fold(chunk), 1).isEmpty()) {
      return List.of();
    }
    return IntStream.iterate(chunk.length() - 1, at -> at >= SHORTEST_BEFORE, at -> at - 1)
        .filter(at -> !Character.isLowSurrogate(chunk.charAt(at)))
        .filter(at -> !known.beginning(ANALYZER.fold(chunk.substring(at)), 1).isEmpty())
        .filter(at -> isKnown(chunk.substring(0, at), known))
        .limit(MOST)
        .boxed()
        .toList();
  }

  private static boolean isKnown(String text, Vocabulary known) {
    return ANALYZER.analyze(text).stream().allMatch(word -> known.contains(word.text()));
  }
}
