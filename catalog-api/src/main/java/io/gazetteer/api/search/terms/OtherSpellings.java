package io.gazetteer.api.search.terms;

import java.util.List;
import java.util.function.Predicate;

/** Abbreviations and what they stand for. Thread safe; answers from memory. */
public interface OtherSpellings {
  /** Other ways to write some of these consecutive words. */
  List<Instead> of(List<String> words);

  /**
   * Words that may stand in place of others.
   *
   * @param from index of the first word they stand for
   * @param to index behind the last
   */
  record Instead(int from, int to, List<String> words) {
    public Instead {
      words = List.copyOf(words);
    }

    static Predicate<Instead> at(int index) {
      return instead -> instead.from() <= index && index < instead.to();
    }
  }
}
