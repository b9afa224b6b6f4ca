package io.gazetteer.api.search.hits;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a hit's text.
 *
 * @param table empty for a table, whose name that is
 * @param parent the table it is a partition of; empty for all others
 */
record HitTexts(
    String name, String table, String parent, String schema, String database, String comment) {
  /** Each of them taken apart, the name first. */
  List<FieldWords> words() {
    var fields = new ArrayList<FieldWords>();
    fields.add(FieldWords.of(HitField.NAME, name));
    add(fields, HitField.TABLE, table);
    add(fields, HitField.PARENT, parent);
    add(fields, HitField.SCHEMA, schema);
    add(fields, HitField.DATABASE, database);
    add(fields, HitField.COMMENT, comment);
    return fields;
  }

  private static void add(List<FieldWords> fields, HitField field, String text) {
    if (!text.isEmpty()) {
      fields.add(FieldWords.of(field, text));
    }
  }
}
