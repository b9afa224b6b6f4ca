package io.gazetteer.api.search.diagram;

import io.gazetteer.common.relation.TableName;

/** Says where something in a diagram leads to. */
public sealed interface DiagramTarget {
  /** The page of a table. */
  record TablePage(TableName table) implements DiagramTarget {}

  /** The diagram around another table. */
  record Focus(TableName table) implements DiagramTarget {}

  /** The same diagram with more neighbours of a table. */
  record Expand(TableName table) implements DiagramTarget {}

  /** The same diagram with fewer neighbours of a table. */
  record Fold(TableName table) implements DiagramTarget {}

  /** Another part of the same diagram. */
  record Part(int from) implements DiagramTarget {}

  /** The groups of a schema. */
  record Schema(String name) implements DiagramTarget {}

  /** A list of the tables of a schema. */
  record Tables(String schema) implements DiagramTarget {}
}
