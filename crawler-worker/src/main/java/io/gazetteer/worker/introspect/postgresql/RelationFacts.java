package io.gazetteer.worker.introspect.postgresql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds what the queries of a batch say of one relation, before it is put together.
 *
 * <p>A text that was asked for and came back null is missing: the relation was left out because it
 * is locked, or it was dropped in this moment.
 */
final class RelationFacts {

  private final List<PostgresColumn> columns = new ArrayList<>();
  private final List<PostgresConstraint> constraints = new ArrayList<>();
  private final List<PostgresIndex> indexes = new ArrayList<>();
  private final Map<TextKey, String> texts = new HashMap<>();
  private final ColumnTexts comments = new ColumnTexts();
  private final ColumnTexts expressions = new ColumnTexts();
  private @Nullable RelationHeader header;
  private boolean textMissing;
  private boolean columnsInOrder = true;

  void header(RelationHeader newHeader) {
    header = newHeader;
  }

  void text(TextKey key, @Nullable String text) {
    if (text == null) {
      textMissing = true;
    } else {
      texts.put(key, text);
    }
  }

  void comment(int columnNumber, String text) {
    comments.put(columnNumber, text);
  }

  /** Adds the default or generation expression of a column. */
  void expression(int columnNumber, @Nullable String text) {
    if (text == null) {
      textMissing = true;
    } else {
      expressions.put(columnNumber, text);
    }
  }

  void column(PostgresColumn column) {
    columnsInOrder &= columns.isEmpty() || columns.getLast().number() < column.number();
    columns.add(column);
  }

  /**
   * Returns the columns in their order, which the index of pg_attribute nearly always gives for
   * free.
   */
  List<PostgresColumn> columns() {
    if (!columnsInOrder) {
      columns.sort(Comparator.comparingInt(PostgresColumn::number));
      columnsInOrder = true;
    }
    return columns;
  }

  List<PostgresConstraint> constraints() {
    return constraints;
  }

  List<PostgresIndex> indexes() {
    return indexes;
  }

  @Nullable RelationHeader header() {
    return header;
  }

  @Nullable String text(TextKey key) {
    return texts.get(key);
  }

  @Nullable String comment(int columnNumber) {
    return comments.get(columnNumber);
  }

  @Nullable String expression(int columnNumber) {
    return expressions.get(columnNumber);
  }

  boolean textMissing() {
    return textMissing;
  }
}
