package io.gazetteer.worker.introspect.postgresql;

import java.util.Arrays;
import java.util.List;

/** A row of pg_index; a column number of 0 stands for an expression. */
record RawIndex(long oid, String name, boolean unique, boolean primary, Key key) {

  /** How the index is built. */
  record Key(String method, List<Integer> columnNumbers) {}

  static RawIndex of(CopyRow row) {
    return new RawIndex(row.number(), row.requiredText(), row.flag(), row.flag(), key(row));
  }

  private static Key key(CopyRow row) {
    String method = row.requiredText();
    int size = row.integer();
    List<Integer> numbers =
        Arrays.stream(row.requiredText().split(" ")).limit(size).map(Integer::valueOf).toList();
    return new Key(method, numbers);
  }
}
