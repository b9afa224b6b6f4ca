package io.gazetteer.api.search;

import java.util.List;
import java.util.UUID;

/**
 * A data source as a search needs it.
 *
 * @param words of its database's name
 * @param deleted whether its documents, while they are there, are not to be seen
 */
record Source(
    UUID id,
    String dbName,
    String hostname,
    int port,
    String dbType,
    List<String> words,
    boolean deleted) {
  public Source {
    words = List.copyOf(words);
  }
}
