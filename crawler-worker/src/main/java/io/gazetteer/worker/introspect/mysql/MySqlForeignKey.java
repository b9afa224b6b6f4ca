package io.gazetteer.worker.introspect.mysql;

import java.util.TreeMap;

/** Holds a foreign key with its pairs of columns by their position. */
record MySqlForeignKey(
    String name, String referencedSchema, String referencedTable, TreeMap<Integer, Pair> pairs) {

  record Pair(String column, String referenced) {}

  static MySqlForeignKey of(String name, String referencedSchema, String referencedTable) {
    return new MySqlForeignKey(name, referencedSchema, referencedTable, new TreeMap<>());
  }
}
