package io.gazetteer.api.sources;

import java.util.List;
import java.util.UUID;

/**
 * A data source as the directory lists it for searches.
 *
 * @param words of its database's name
 * @param deleted whether its documents, while they are there, are not to be seen
 */
public record DataSourceEntry(
    UUID id,
    String dbName,
    String hostname,
    int port,
    String dbType,
    List<String> words,
    boolean deleted) {
  public DataSourceEntry {
    words = List.copyOf(words);
  }
}
