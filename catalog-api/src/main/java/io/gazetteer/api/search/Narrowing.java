package io.gazetteer.api.search;

import io.gazetteer.api.search.hits.HitKind;
import java.util.List;
import java.util.Map;

/**
 * What parameters leave of all documents.
 *
 * @param filters fields of documents and the values any of which they must have
 */
record Narrowing(HitKind kinds, Map<String, List<String>> filters) {}
