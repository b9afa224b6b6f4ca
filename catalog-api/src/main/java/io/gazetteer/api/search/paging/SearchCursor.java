package io.gazetteer.api.search.paging;

import io.gazetteer.api.search.terms.ResolvedTerms;
import io.gazetteer.api.web.input.Cursor;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;

/** What a search's cursor carries: where the next page begins, and the terms of the query. */
public record SearchCursor(PageStart start, ResolvedTerms terms) {
  /** In characters; a longer one, of very many shards, does not fit into a URL. */
  static final int LONGEST_POINT_IN_TIME = 2500;

  public String encode() {
    return Cursor.encode(SearchCursorJson.write(this).valueStream().toArray());
  }

  /**
   * Reads the values of a cursor.
   *
   * @return empty when {@link #encode} has not made them
   */
  public static Optional<SearchCursor> read(ArrayNode values) {
    return SearchCursorJson.read(values);
  }
}
