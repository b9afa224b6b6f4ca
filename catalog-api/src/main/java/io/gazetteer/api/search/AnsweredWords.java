package io.gazetteer.api.search;

import io.gazetteer.api.search.hits.Hit;
import io.gazetteer.api.search.question.AskedText.Way;
import io.gazetteer.api.search.question.Question;
import io.gazetteer.api.search.terms.QueryTerm;
import io.gazetteer.api.search.terms.ResolvedQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What became of the words of a text.
 *
 * @param mode how the text was read
 * @param ignored words that were not looked for
 * @param unmatched words that none of the hits has
 */
record AnsweredWords(String mode, List<String> ignored, List<String> unmatched) {
  static AnsweredWords of(SearchRequest request, FoundPage page, List<Hit> hits) {
    boolean isQuestion = page.isOfQuestion() || request.text().names().isEmpty();
    var found = new HashSet<String>();
    hits.forEach(hit -> hit.matched().forEach(match -> found.add(match.word())));
    var connecting = isQuestion ? Set.<String>of() : request.connecting();
    return new AnsweredWords(
        (isQuestion ? Way.QUESTION : Way.NAMES).jsonName(),
        isQuestion
            ? request.text().question().map(Question::ignored).orElse(List.of())
            : without(page, found, connecting, true),
        without(page, found, connecting, false));
  }

  /** The words that no hit has, either those between names or the others. */
  private static List<String> without(
      FoundPage page, Set<String> found, Set<String> connecting, boolean between) {
    return page.query().wanted().stream()
        .filter(ResolvedQuery.Words.class::isInstance)
        .flatMap(words -> ((ResolvedQuery.Words) words).terms().stream())
        .map(QueryTerm::text)
        .filter(word -> !found.contains(word) && connecting.contains(word) == between)
        .distinct()
        .toList();
  }
}
