package io.gazetteer.api.search.terms;

import java.util.List;

/** Words of the index that may stand for a word of the query: all of them together. */
public record Spelling(How how, List<String> words) {
  public Spelling {
    words = List.copyOf(words);
  }

  static Spelling of(How how, String word) {
    return new Spelling(how, List.of(word));
  }
}
