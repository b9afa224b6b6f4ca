package io.gazetteer.api.search.vocabulary;

/** A bean of this type reads what it needs of the index whenever the vocabulary is read. */
public interface VocabularyListener {
  /** The vocabulary was read just now. */
  void vocabularyRead();
}
