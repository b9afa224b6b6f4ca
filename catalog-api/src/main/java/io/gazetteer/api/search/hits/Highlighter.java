package io.gazetteer.api.search.hits;

import io.gazetteer.api.search.hits.Hit.Highlights;
import io.gazetteer.api.search.hits.Hit.Match;
import io.gazetteer.api.search.ranking.ClauseName.MatchingWord;
import io.gazetteer.api.search.ranking.SearchedField;
import io.gazetteer.api.search.terms.CorrectedQuery;
import io.gazetteer.api.search.terms.ResolvedQuery;
import java.util.List;

/** Marks the words of a query in the texts of hits. */
public final class Highlighter {
  private final List<ResolvedQuery> wanted;
  private final MatchFinder matches;

  public Highlighter(CorrectedQuery corrected) {
    this.wanted = corrected.wanted();
    this.matches = new MatchFinder(corrected);
  }

  /** The matches of a hit, and where they stand in its texts. */
  record Marks(List<Match> matched, Highlights highlights) {}

  /**
   * Marks one hit.
   *
   * @param reported what the index says that the hit has
   */
  Marks marks(HitTexts texts, List<MatchingWord> reported) {
    var fields = texts.words();
    return new Marks(
        matches.find(fields, texts.database(), reported),
        new Highlights(spans(fields, SearchedField.NAME), spans(fields, SearchedField.COMMENT)));
  }

  private List<Span> spans(List<FieldWords> fields, SearchedField field) {
    return Span.outermost(
        fields.stream()
            .filter(words -> words.field() == field)
            .flatMap(words -> wanted.stream().flatMap(resolved -> words.spans(resolved).stream()))
            .toList());
  }
}
