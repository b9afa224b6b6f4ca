package io.gazetteer.api.search.suggest;

import io.gazetteer.api.search.hits.Span;
import io.gazetteer.common.words.IdentifierAnalyzer;
import io.gazetteer.common.words.Word;
import java.util.List;
import java.util.Set;

/**
 * The ways in which a name can have one word of a typed text.
 *
 * @param beginning what a word of the name may begin with; empty when only the variants count
 * @param singulars words whose plural begins with the beginning while they do not: category of
 *     categori
 * @param variants short and long forms of the word, each of whole words
 */
record WordPattern(String beginning, Set<String> singulars, List<List<String>> variants) {
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  WordPattern {
    singulars = Set.copyOf(singulars);
    variants = List.copyOf(variants);
  }

  /** The pattern of a typed word, which may not be finished. */
  static WordPattern of(String beginning, List<List<String>> variants) {
    return new WordPattern(beginning, ANALYZER.singularsOfBeginning(beginning), variants);
  }

  /** The pattern of a short form that stands for several typed words. */
  static WordPattern instead(List<String> words) {
    return new WordPattern("", Set.of(), List.of(words));
  }

  /** Where a name has a word that begins as typed. */
  List<Span> literal(NameText name) {
    return beginning.isEmpty() ? List.of() : name.beginnings(beginning);
  }

  /** Where a name has all words of a variant. */
  List<Span> variant(NameText name) {
    for (List<String> variant : variants) {
      var found = name.words().stream().filter(word -> variant.contains(word.text())).toList();
      if (found.stream().map(Word::text).distinct().count() == Set.copyOf(variant).size()) {
        return found.stream().map(Span::of).toList();
      }
    }
    return List.of();
  }
}
