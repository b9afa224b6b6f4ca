package io.gazetteer.api.search;

import io.gazetteer.api.search.hits.Hit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a search.
 *
 * @param facets counts by kind, database, schema and type family over all hits, of the 20 values
 *     that most have; on the first page
 * @param facetOthers what each facet has not listed; on the first page
 * @param mode {@code names} or {@code question}: how the text was read
 * @param ignored words of the text that were not looked for
 * @param unmatched words that none of these hits has
 * @param notes what else is to be said about the text, in sentences
 * @param nextCursor null when this is the last page
 * @param didYouMean the text with words that the index has; null when it has those that were typed
 */
public record SearchAnswer(
    List<Hit> hits,
    Total total,
    Map<String, List<FacetValue>> facets,
    Map<String, FacetOthers> facetOthers,
    String mode,
    List<String> ignored,
    List<String> unmatched,
    List<String> notes,
    @Nullable String nextCursor,
    @Nullable String didYouMean,
    long tookMs) {

  /**
   * The number of hits.
   *
   * @param relation {@code eq}, or {@code gte} when counting stopped there
   */
  public record Total(long value, String relation) {}

  /**
   * The number of hits that have a value.
   *
   * @param label a name for people when the value is an id; null otherwise
   */
  public record FacetValue(String value, @Nullable String label, long count) {}

  /**
   * The values of a facet that are not listed.
   *
   * @param count how many hits have one that is not listed
   * @param maxError by how much a count can be too low; 0 when all are exact
   */
  public record FacetOthers(long count, long maxError) {}
}
