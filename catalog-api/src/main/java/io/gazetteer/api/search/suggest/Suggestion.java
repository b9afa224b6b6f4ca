package io.gazetteer.api.search.suggest;

import io.gazetteer.api.search.hits.Span;
import java.util.List;

/**
 * A name that a typed text can become.
 *
 * @param kinds {@code table}, {@code column} or both
 * @param count how many tables and columns have it
 * @param highlights where the typed text is in the name
 */
public record Suggestion(String name, List<String> kinds, long count, List<Span> highlights) {}
