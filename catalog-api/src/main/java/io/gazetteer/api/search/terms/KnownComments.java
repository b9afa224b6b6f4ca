package io.gazetteer.api.search.terms;

/** The words that stand in comments, which are too many to remember. Thread safe. */
public interface KnownComments {
  /** Whether a word, as the index has it, stands in a comment of a table or a column. */
  boolean haveWord(String word);
}
