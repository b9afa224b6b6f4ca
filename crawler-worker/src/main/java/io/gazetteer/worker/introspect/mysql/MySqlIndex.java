package io.gazetteer.worker.introspect.mysql;

import java.util.TreeMap;

/** Holds an index with its columns or expressions by their position. */
record MySqlIndex(String name, boolean unique, String method, TreeMap<Integer, String> columns) {

  static final String PRIMARY = "PRIMARY";

  static MySqlIndex of(String name, boolean unique, String method) {
    return new MySqlIndex(name, unique, method, new TreeMap<>());
  }

  boolean primary() {
    return name.equals(PRIMARY);
  }
}
