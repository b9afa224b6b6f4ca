package io.gazetteer.worker.introspect.postgresql;

/**
 * Says where a text belongs inside its relation.
 *
 * @param kind as {@code texts.sql} names it
 * @param number the oid of a constraint or index; 0 for the relation itself
 * @param position of a column inside an index, from 1; otherwise 0
 */
record TextKey(String kind, long number, int position) {
  static final String COMMENT = "comment";

  static TextKey comment() {
    return new TextKey(COMMENT, 0, 0);
  }

  static TextKey check(long constraint) {
    return new TextKey("check", constraint, 0);
  }

  static TextKey indexColumn(long index, int position) {
    return new TextKey("index", index, position);
  }

  static TextKey predicate(long index) {
    return new TextKey("predicate", index, 0);
  }

  static TextKey partitionKey() {
    return new TextKey("partition_key", 0, 0);
  }

  static TextKey view() {
    return new TextKey("view", 0, 0);
  }
}
