package io.gazetteer.api.search;

import io.gazetteer.api.search.paging.PageStart;
import io.gazetteer.api.search.paging.SearchCursor;
import io.gazetteer.api.search.paging.Widening;
import io.gazetteer.api.search.terms.CorrectedQuery;
import io.gazetteer.api.search.terms.ResolvedTerms;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * A page of hits as Elasticsearch answered it.
 *
 * @param widening how far the search went to find it
 * @param pointInTime the index that it was found in; null for the index as it was just then
 * @param next where the next page begins; null when this is the last
 */
record FoundPage(
    JsonNode answer,
    CorrectedQuery query,
    Widening widening,
    @Nullable String pointInTime,
    @Nullable PageStart next) {
  /**
   * The page that an answer holds.
   *
   * @param limit how many hits it has at most; with more in the answer it is not the last
   */
  static FoundPage of(JsonNode answer, CorrectedQuery query, PageStart start, int limit) {
    var hits = answer.at("/hits/hits");
    boolean isLast = hits.size() <= limit;
    if (!isLast) {
      ((ArrayNode) hits).remove(limit);
    }
    return new FoundPage(
        answer, query, start.widening(), start.pointInTime(), isLast ? null : start.behind(hits));
  }

  /** Whether the text was searched as a question, and hits are tables. */
  boolean isOfQuestion() {
    return widening == Widening.QUESTION;
  }

  JsonNode hits() {
    return answer.at("/hits/hits");
  }

  long total() {
    return answer.at("/hits/total/value").asLong(0);
  }

  /** The cursor of the next page; null when this is the last. */
  @Nullable String cursor() {
    return next == null ? null : new SearchCursor(next, ResolvedTerms.of(query)).encode();
  }
}
