package io.gazetteer.api.search.terms;

/** The words of comments, which are too many to hold in memory. Thread safe. */
public interface KnownComments {
  /** Whether the comment of a table or a column has this word, given as the index has it. */
  boolean haveWord(String word);
}
