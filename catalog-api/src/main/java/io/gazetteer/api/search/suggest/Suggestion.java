package io.gazetteer.api.search.suggest;

import java.util.List;

/**
 * A name that a typed text can become.
 *
 * @param kinds {@code table}, {@code column} or both
 * @param count how many tables and columns have it
 * @param highlights where the typed text is in it: from, and to (exclusive), in UTF-16 code units
 */
record Suggestion(String name, List<String> kinds, long count, List<List<Integer>> highlights) {}
