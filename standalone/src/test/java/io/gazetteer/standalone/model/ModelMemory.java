package io.gazetteer.standalone.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.servers.testing.facts.Facts;
import java.util.HashSet;
import java.util.Set;

/** The reference model: what the index may hold, and what it must hold. */
final class ModelMemory {
  private Facts ever;
  private Facts indexedBefore = Facts.NONE;
  private Set<Facts.Table> tablesAllTheTime = Set.of();
  private Set<Facts.ColumnName> columnsAllTheTime = Set.of();

  ModelMemory(Facts source) {
    ever = source;
  }

  /** The source was changed. */
  void observe(Facts source) {
    ever = ever.and(source);
    tablesAllTheTime = common(tablesAllTheTime, source.tables());
    columnsAllTheTime = common(columnsAllTheTime, source.columnNames());
  }

  /** A crawl is over, and this is what the index holds now. */
  void settle(Facts indexed, Facts source) {
    indexedBefore = indexed;
    tablesAllTheTime = common(indexed.tables(), source.tables());
    columnsAllTheTime = common(indexed.columnNames(), source.columnNames());
  }

  /** What was in the index, and in the source all the time since then, is in the index. */
  void checkNothingLost(Facts indexed) {
    assertThat(Facts.minus(tablesAllTheTime, indexed.tables())).as("lost tables").isEmpty();
    assertThat(Facts.minus(columnsAllTheTime, indexed.columnNames())).as("lost columns").isEmpty();
  }

  /** What is in the index was in the source once, just as it stands there. */
  void checkNothingInvented(Facts indexed) {
    assertThat(Facts.minus(indexed.tables(), ever.tables())).as("invented tables").isEmpty();
    assertThat(Facts.minus(indexed.columns(), ever.columns())).as("invented columns").isEmpty();
  }

  void checkNoTableRemoved(Facts indexed) {
    assertThat(Facts.minus(indexedBefore.tables(), indexed.tables()))
        .as("tables removed without proof")
        .isEmpty();
  }

  private static <T> Set<T> common(Set<T> some, Set<T> others) {
    var both = new HashSet<>(some);
    both.retainAll(others);
    return both;
  }
}
