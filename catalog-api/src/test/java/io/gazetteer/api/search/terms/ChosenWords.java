package io.gazetteer.api.search.terms;

import io.gazetteer.api.search.abbreviations.Abbreviations;
import io.gazetteer.api.search.query.QueryParser;
import io.gazetteer.api.search.vocabulary.Vocabulary;
import io.gazetteer.api.sources.DataSourceSnapshot;
import java.util.List;
import java.util.Map;

/** Resolves queries with words and abbreviations that a test chooses. */
public record ChosenWords(List<String> words, Map<String, List<String>> abbreviations) {
  /** A word that stands in comments only. */
  static final String COMMENTED = "reconcile";

  public ChosenWords {
    words = List.copyOf(words);
    abbreviations = Map.copyOf(abbreviations);
  }

  /** Resolves a query where no database is registered. */
  public CorrectedQuery resolve(String text, boolean forgiving) {
    var none = new DataSourceSnapshot(List.of());
    return new TermResolver(
            Vocabulary.of(words), Abbreviations.of(abbreviations), () -> none, COMMENTED::equals)
        .resolve(QueryParser.parse(text), forgiving);
  }
}
