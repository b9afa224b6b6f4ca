package io.gazetteer.worker.introspect.postgresql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the queries of a batch say of one relation, before it is put together.
 *
 * <p>A text that was asked for and came back null is missing: the relation was left out because it
 * is locked, or it was dropped in this moment.
 */
final class RelationFacts {

  private final List<RawColumn> columns = new ArrayList<>();
  private final List<RawConstraint> constraints = new ArrayList<>();
  private final List<RawIndex> indexes = new ArrayList<>();
  private final Map<TextKey, String> texts = new HashMap<>();
  private @Nullable RelationHeader header;
  private @Nullable String viewText;
  private boolean textMissing;

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

  /** As MySQL shows it: without the semicolon that ends a statement. */
  void viewText(@Nullable String text) {
    viewText = text == null ? null : text.strip().replaceFirst(";$", "");
    textMissing |= text == null;
  }

  void column(RawColumn column) {
    columns.add(column);
  }

  /** The columns in their order, which the index of pg_attribute nearly always gives for free. */
  List<RawColumn> columns() {
    columns.sort(Comparator.comparingInt(RawColumn::number));
    return columns;
  }

  List<RawConstraint> constraints() {
    return constraints;
  }

  List<RawIndex> indexes() {
    return indexes;
  }

  @Nullable RelationHeader header() {
    return header;
  }

  @Nullable String text(TextKey key) {
    return texts.get(key);
  }

  @Nullable String viewText() {
    return viewText;
  }

  boolean textMissing() {
    return textMissing;
  }
}
