package io.gazetteer.api.suggest;

import io.gazetteer.common.identifiers.Word;
import java.util.List;
import java.util.Set;

/**
 * What one word of a typed text asks of a name.
 *
 * @param beginning of a word of the name; empty when only the variants count
 * @param variants other ways to write it, each of whole words
 */
record Slot(String beginning, List<List<String>> variants) {

  /** The words of a name that begin as it was typed. */
  List<Word> literal(List<Word> name) {
    return beginning.isEmpty()
        ? List.of()
        : name.stream().filter(word -> word.text().startsWith(beginning)).toList();
  }

  /** The words of a name that are one of the variants. */
  List<Word> variant(List<Word> name) {
    for (List<String> variant : variants) {
      var found = name.stream().filter(word -> variant.contains(word.text())).toList();
      if (found.stream().map(Word::text).distinct().count() == Set.copyOf(variant).size()) {
        return found;
      }
    }
    return List.of();
  }
}
