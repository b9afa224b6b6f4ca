package io.gazetteer.api.search.terms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resolved query, and the text that was probably meant.
 *
 * @param didYouMean the text with corrected words; null when no word needed a correction
 */
public record CorrectedQuery(ResolvedQuery query, @Nullable String didYouMean) {
  /** The leaves of the query that hits may be found by; none of those that it excludes. */
  public List<ResolvedQuery> wanted() {
    return query.wanted().toList();
  }
}
