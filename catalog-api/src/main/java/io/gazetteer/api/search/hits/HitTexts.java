package io.gazetteer.api.search.hits;

import io.gazetteer.api.search.ranking.SearchedField;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts of a hit.
 *
 * @param table the name of a column's table; empty for a table
 * @param parent the name of the table that a partition is of; empty for all others
 */
record HitTexts(
    String name, String table, String parent, String schema, String database, String comment) {
  /** The words of each text, the name first. */
  List<FieldWords> words() {
    var fields = new ArrayList<FieldWords>();
    fields.add(FieldWords.of(SearchedField.NAME, name));
    add(fields, SearchedField.TABLE, table);
    add(fields, SearchedField.PARENT, parent);
    add(fields, SearchedField.SCHEMA, schema);
    add(fields, SearchedField.DATABASE, database);
    add(fields, SearchedField.COMMENT, comment);
    return fields;
  }

  private static void add(List<FieldWords> fields, SearchedField field, String text) {
    if (!text.isEmpty()) {
      fields.add(FieldWords.of(field, text));
    }
  }
}
