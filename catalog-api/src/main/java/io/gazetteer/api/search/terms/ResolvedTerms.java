package io.gazetteer.api.search.terms;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a query as its first page resolved them. The vocabulary and the abbreviations change
 * while someone pages through the hits, so a cursor carries these along.
 *
 * @param terms those of each {@link ResolvedQuery.Words}, in the order in which these are resolved;
 *     without databases
 * @param didYouMean as in {@link CorrectedQuery}
 */
public record ResolvedTerms(List<List<QueryTerm>> terms, @Nullable String didYouMean) {
  /** Derivations of all terms together, at most. */
  public static final int MOST_DERIVATIONS = 200;

  public ResolvedTerms {
    terms = terms.stream().map(List::copyOf).toList();
  }

  public static ResolvedTerms of(CorrectedQuery corrected) {
    var terms = new ArrayList<List<QueryTerm>>();
    gather(corrected.query(), terms);
    return new ResolvedTerms(terms, corrected.didYouMean());
  }

  private static void gather(ResolvedQuery query, List<List<QueryTerm>> terms) {
    switch (query) {
      case ResolvedQuery.Words words -> terms.add(words.terms());
      case ResolvedQuery.And and -> and.queries().forEach(part -> gather(part, terms));
      case ResolvedQuery.Or or -> or.queries().forEach(part -> gather(part, terms));
      case ResolvedQuery.Not not -> gather(not.query(), terms);
      default -> {
        // It has no terms.
      }
    }
  }
}
