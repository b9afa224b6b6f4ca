package io.gazetteer.api.search.terms;

import java.util.List;

/** The words the index has. Thread safe; answers from memory. */
public interface KnownWords {
  boolean contains(String word);

  /** Words that begin so, the most frequent first. */
  List<String> beginning(String prefix, int most);

  /** Words that hold this, not at their beginning, the most frequent first. */
  List<String> containing(String part, int most);

  /** Words that someone may have meant who typed this one, the likeliest first. */
  List<String> near(String word, int most);
}
