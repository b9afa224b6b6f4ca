package io.gazetteer.api.search.hits;

import io.gazetteer.api.search.hits.Hit.Highlights;
import io.gazetteer.api.search.hits.Hit.Match;
import io.gazetteer.api.search.ranking.ClauseName.Claim;
import io.gazetteer.api.search.terms.CorrectedQuery;
import io.gazetteer.api.search.terms.ResolvedQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says what of a query is where in a hit. */
public final class Highlighter {
  private final List<ResolvedQuery> wanted;
  private final Matches matches;

  public Highlighter(CorrectedQuery corrected) {
    this.wanted = corrected.wanted();
    this.matches = new Matches(corrected);
  }

  /** Both things about one hit. */
  record Marks(List<Match> matched, Highlights highlights) {}

  /**
   * Marks a hit.
   *
   * @param claims what the index said of it
   */
  Marks marks(HitTexts texts, List<Claim> claims) {
    var fields = texts.words();
    return new Marks(
        matches.of(fields, texts.database(), claims),
        new Highlights(spans(fields, HitField.NAME), spans(fields, HitField.COMMENT)));
  }

  private List<List<Integer>> spans(List<FieldWords> fields, HitField field) {
    return merged(
        fields.stream()
            .filter(words -> words.field() == field)
            .flatMap(words -> wanted.stream().flatMap(resolved -> words.spans(resolved).stream()))
            .toList());
  }

  /** In their order, without those that others hold. */
  private static List<List<Integer>> merged(List<List<Integer>> spans) {
    var merged = new ArrayList<List<Integer>>();
    var sorted =
        spans.stream()
            .sorted(
                Comparator.comparingInt((List<Integer> span) -> span.get(0))
                    .thenComparing(
                        Comparator.comparingInt((List<Integer> span) -> span.get(1)).reversed()))
            .toList();
    for (List<Integer> span : sorted) {
      if (merged.isEmpty() || span.get(1) > merged.getLast().get(1)) {
        merged.add(span);
      }
    }
    return List.copyOf(merged);
  }
}
