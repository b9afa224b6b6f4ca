package io.gazetteer.api.search;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What someone looks for.
 *
 * @param text as typed, trimmed
 * @param words of the text, as the index has them; may be empty
 * @param kinds which documents
 * @param filters fields of documents and the values any of which they must have
 * @param limit the page size
 * @param after where the last page ended; empty for the first
 */
record SearchRequest(
    String text,
    List<String> words,
    HitKind kinds,
    Map<String, List<String>> filters,
    int limit,
    List<JsonNode> after) {}
