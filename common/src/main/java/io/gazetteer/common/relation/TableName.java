package io.gazetteer.common.relation;

/** Names a table of a database. */
public record TableName(String schema, String table) {
  /** Returns both names with a dot, as people write them. */
  public String path() {
    return schema + '.' + table;
  }
}
