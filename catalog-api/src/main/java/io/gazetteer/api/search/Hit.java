package io.gazetteer.api.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A table or column that was found.
 *
 * @param kind {@code table} or {@code column}
 * @param column null for a table
 * @param dataType null for a table
 * @param matched which words of the query were found in which field
 */
record Hit(
    String id,
    String kind,
    Database database,
    String schema,
    String table,
    String tableKind,
    @Nullable String column,
    @Nullable String dataType,
    @Nullable String comment,
    double score,
    List<Match> matched,
    Highlights highlights) {

  /** The database a hit is in. */
  record Database(UUID id, String dbName, String hostname, String dbType) {}

  /** A word of the query and the field it was found in. */
  record Match(String word, String field) {}

  /**
   * Where words stand in the original text: from, and to (exclusive), in UTF-16 code units.
   *
   * @param name spans in the hit's own name: the column's, or the table's
   */
  record Highlights(List<List<Integer>> name, List<List<Integer>> comment) {}
}
