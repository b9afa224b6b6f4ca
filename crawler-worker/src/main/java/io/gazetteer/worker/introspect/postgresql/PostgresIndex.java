package io.gazetteer.worker.introspect.postgresql;

import java.util.Arrays;
import java.util.List;

/** Holds a row of pg_index; a column number of 0 stands for an expression. */
record PostgresIndex(long oid, String name, boolean unique, boolean primary, Key key) {

  /** Says how the index is built. */
  record Key(String method, List<Integer> columnNumbers) {}

  static PostgresIndex of(CopyRow row) {
    return new PostgresIndex(row.number(), row.requiredText(), row.flag(), row.flag(), key(row));
  }

  private static Key key(CopyRow row) {
    var method = row.requiredText();
    int size = row.integer();
    var numbers =
        Arrays.stream(row.requiredText().split(" ")).limit(size).map(Integer::valueOf).toList();
    return new Key(method, numbers);
  }
}
