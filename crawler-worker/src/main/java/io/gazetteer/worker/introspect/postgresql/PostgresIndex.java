package io.gazetteer.worker.introspect.postgresql;

import io.gazetteer.common.relation.IndexKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a row of pg_index; a column number of 0 stands for an expression. */
record PostgresIndex(long oid, String name, Marks marks, Key key) {

  /** Holds the yes or no of pg_index; {@code valid} says that it is finished and in use. */
  record Marks(boolean unique, boolean primary, boolean valid, boolean nullsNotDistinct) {}

  /**
   * Says how the index is built.
   *
   * @param included the numbers of the columns that it holds besides
   */
  record Key(
      String method, List<Integer> columnNumbers, List<IndexKey> keys, List<Integer> included) {}

  private static final IndexKey UNORDERED = new IndexKey(null, null, null, null);

  /** The four orders, by indoption: 1 for descending, 2 for NULL first. */
  private static final List<IndexKey> ORDERS =
      List.of(
          new IndexKey("asc", "last", null, null),
          new IndexKey("desc", "last", null, null),
          new IndexKey("asc", "first", null, null),
          new IndexKey("desc", "first", null, null));

  static PostgresIndex of(CopyRow row) {
    return new PostgresIndex(
        row.number(),
        row.requiredText(),
        new Marks(row.flag(), row.flag(), row.flag(), row.flag()),
        key(row));
  }

  private static Key key(CopyRow row) {
    var method = row.requiredText();
    int size = row.integer();
    var numbers = numbers(row.requiredText());
    var options = numbers(row.requiredText());
    var classes = row.text();
    return new Key(
        method,
        numbers.subList(0, size),
        keys(method.equals("btree"), options, classes == null ? null : classes.split(" ", -1)),
        numbers.subList(size, numbers.size()));
  }

  private static List<IndexKey> keys(
      boolean ordered, List<Integer> options, String @Nullable [] classes) {
    var keys = new ArrayList<IndexKey>(options.size());
    for (int option : options) {
      var key = ordered ? ORDERS.get(option & 3) : UNORDERED;
      var name = classes == null ? "" : classes[keys.size()];
      keys.add(name.isEmpty() ? key : new IndexKey(key.direction(), key.nulls(), null, name));
    }
    return keys;
  }

  private static List<Integer> numbers(String vector) {
    return vector.isEmpty()
        ? List.of()
        : Arrays.stream(vector.split(" ")).map(Integer::valueOf).toList();
  }
}
