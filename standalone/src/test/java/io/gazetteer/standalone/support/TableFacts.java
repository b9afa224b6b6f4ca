package io.gazetteer.standalone.support;

import java.util.List;
import java.util.SortedSet;

/**
 * What both JDBC metadata and the API say of one table, in the same words, so that it can be
 * compared.
 *
 * @param columns in order: name, type, nullable or not
 * @param foreignKeys name, columns, referenced table and columns, actions
 * @param indexes name, unique or not
 */
public record TableFacts(
    String kind,
    List<String> columns,
    List<String> primaryKey,
    SortedSet<String> foreignKeys,
    SortedSet<String> indexes) {

  static String column(String name, String type, boolean nullable) {
    return name + " : " + type + (nullable ? "" : " not null");
  }

  static String foreignKey(
      String name,
      List<String> columns,
      String referencedTable,
      List<String> referencedColumns,
      String actions) {
    return name
        + " "
        + columns
        + " -> "
        + referencedTable
        + " "
        + referencedColumns
        + " "
        + actions;
  }

  static String index(String name, boolean unique) {
    return name + (unique ? " unique" : "");
  }
}
