package io.gazetteer.api.search.suggest;

import io.gazetteer.common.words.IdentifierAnalyzer;
import java.util.List;
import java.util.Set;

/**
 * What one word of a typed text asks of a name.
 *
 * @param beginning of a word of the name; empty when only the variants count
 * @param singulars words that have plurals which begin so, but do not begin so themselves
 * @param variants other ways to write it, each of whole words
 */
record WordPattern(String beginning, Set<String> singulars, List<List<String>> variants) {
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  WordPattern {
    singulars = Set.copyOf(singulars);
    variants = List.copyOf(variants);
  }

  /** For a typed word, which may not be finished. */
  static WordPattern of(String beginning, List<List<String>> variants) {
    return new WordPattern(beginning, ANALYZER.singularsOfBeginning(beginning), variants);
  }

  /** For words that may stand in place of several typed ones. */
  static WordPattern instead(List<String> words) {
    return new WordPattern("", Set.of(), List.of(words));
  }

  /** Where a name has what was typed, and at least the beginning of a word. */
  List<Span> literal(NameText name) {
    return beginning.isEmpty() ? List.of() : name.beginnings(beginning);
  }

  /** Where a name has one of the variants. */
  List<Span> variant(NameText name) {
    for (List<String> variant : variants) {
      var found = name.words().stream().filter(word -> variant.contains(word.text())).toList();
      if (found.stream().map(NameText.Part::text).distinct().count()
          == Set.copyOf(variant).size()) {
        return found.stream().map(NameText.Part::span).toList();
      }
    }
    return List.of();
  }
}
