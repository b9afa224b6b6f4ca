package io.gazetteer.api.search.terms;

import io.gazetteer.common.words.Stems;
import java.util.List;

/**
 * Words of the index that may stand for a query term.
 *
 * @param words one, or several that a text must have together
 */
public record Derivation(MatchKind kind, List<String> words) {
  public Derivation {
    words = List.copyOf(words);
  }

  /** The stems of the words. */
  public List<String> stems() {
    return kind == MatchKind.STEM ? words : words.stream().map(Stems::of).toList();
  }

  /** One word. */
  public static Derivation of(MatchKind kind, String word) {
    return new Derivation(kind, List.of(word));
  }
}
