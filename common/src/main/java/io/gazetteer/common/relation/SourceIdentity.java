package io.gazetteer.common.relation;

import java.util.List;

/**
 * Identifies a relation and its columns by the numbers that the source gives them, which stay when
 * their names change.
 *
 * @param id PostgreSQL's oid
 * @param columnNumbers PostgreSQL's numbers of the columns, in the order of the columns; empty when
 *     these are 1, 2, 3 and so on, as they are until a column is dropped
 */
public record SourceIdentity(long id, List<Integer> columnNumbers) {
  public SourceIdentity {
    columnNumbers = List.copyOf(columnNumbers);
  }

  /** Returns the identity of a relation whose columns have these numbers. */
  public static SourceIdentity of(long id, List<Integer> columnNumbers) {
    for (int i = 0; i < columnNumbers.size(); i++) {
      if (columnNumbers.get(i) != i + 1) {
        return new SourceIdentity(id, columnNumbers);
      }
    }
    return new SourceIdentity(id, List.of());
  }

  /** Returns the number of the column at a place, which counts from 0. */
  public int numberAt(int place) {
    return place < columnNumbers.size() ? columnNumbers.get(place) : place + 1;
  }
}
