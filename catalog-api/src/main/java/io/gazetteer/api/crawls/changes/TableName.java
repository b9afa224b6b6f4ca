package io.gazetteer.api.crawls.changes;

/** Names a table of a data source. */
public record TableName(String schema, String name) {
  /** Returns both as one text. */
  public String path() {
    return schema + '.' + name;
  }
}
