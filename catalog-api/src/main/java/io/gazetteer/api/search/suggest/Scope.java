package io.gazetteer.api.search.suggest;

import java.util.List;

/**
 * The data sources whose names may be suggested.
 *
 * @param narrowed whether these are the only ones; all others otherwise
 */
record Scope(boolean narrowed, List<String> ids) {}
