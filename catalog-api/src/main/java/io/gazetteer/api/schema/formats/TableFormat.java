package io.gazetteer.api.schema.formats;

import io.gazetteer.common.relation.TableName;
import java.io.IOException;
import java.util.Set;

/**
 * Writes the tables of one answer. It is given them in one or more rounds, each time all of them in
 * the same order, and holds none of them. Not thread-safe.
 */
public interface TableFormat {
  /** Returns how often it wants to see the tables. */
  default int rounds() {
    return 1;
  }

  /** Writes what stands before all tables. */
  default void begin(Appendable out) throws IOException {}

  /**
   * Writes a table.
   *
   * @param round from 0
   * @param present which of the tables that this one refers to are in the answer
   */
  void write(int round, DescribedTable table, Set<TableName> present, Appendable out)
      throws IOException;
}
