package io.gazetteer.worker.introspect.mysql;

import io.gazetteer.common.relation.IndexKey;
import java.util.List;
import java.util.TreeMap;

/** Holds an index with its columns or expressions by their position. */
record MySqlIndex(String name, boolean unique, String method, TreeMap<Integer, Part> parts) {

  static final String PRIMARY = "PRIMARY";

  /** Holds a column or expression, and how it is kept. */
  record Part(String column, IndexKey key) {}

  static MySqlIndex of(String name, boolean unique, String method) {
    return new MySqlIndex(name, unique, method, new TreeMap<>());
  }

  boolean primary() {
    return name.equals(PRIMARY);
  }

  List<String> columns() {
    return parts.values().stream().map(Part::column).toList();
  }

  List<IndexKey> keys() {
    return parts.values().stream().map(Part::key).toList();
  }
}
