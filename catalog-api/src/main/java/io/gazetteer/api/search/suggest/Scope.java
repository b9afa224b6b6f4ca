package io.gazetteer.api.search.suggest;

import java.util.List;

/**
 * Of which data sources.
 *
 * @param narrowed whether only these, or all but these
 */
record Scope(boolean narrowed, List<String> ids) {}
