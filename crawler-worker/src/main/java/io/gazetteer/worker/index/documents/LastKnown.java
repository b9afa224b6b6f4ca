package io.gazetteer.worker.index.documents;

import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.Fact;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.TypeFamily;
import io.gazetteer.common.relation.UnknownFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Fills what a crawl could not see of a relation with what an earlier crawl saw. A user who loses a
 * right thus loses no fact, and a fact that nobody may see now is not taken for gone.
 */
final class LastKnown {
  private final Relation before;
  private final Relation after;

  private LastKnown(Relation before, Relation after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Returns what a crawl saw, with what its document says of the rest.
   *
   * @param before what the document says
   */
  static Relation fill(Relation before, Relation after) {
    return new LastKnown(before, after).fill();
  }

  private Relation fill() {
    boolean columnsHidden = after.unknown(Fact.COLUMNS) != null;
    boolean keys = columnsHidden && !before.neverKnown(Fact.COLUMNS);
    boolean view = after.unknown(Fact.VIEW_DEFINITION) != null;
    return new Relation(
        after.schema(),
        after.name(),
        after.kind(),
        after.unknown(Fact.COMMENT) == null ? after.comment() : before.comment(),
        after.rowEstimate(),
        columns(columnsHidden),
        keys ? before.primaryKey() : after.primaryKey(),
        keys ? before.uniqueConstraints() : after.uniqueConstraints(),
        keys ? before.foreignKeys() : foreignKeys(),
        keys ? before.indexes() : after.indexes(),
        keys ? before.checkConstraints() : after.checkConstraints(),
        keys ? before.exclusionConstraints() : after.exclusionConstraints(),
        after.partitionOf(),
        after.partitionKey(),
        after.inherits(),
        after.hasChildren(),
        after.extension(),
        view ? before.viewDefinition() : after.viewDefinition(),
        after.unknown().stream().map(this::marked).toList(),
        after.identity());
  }

  private UnknownFact marked(UnknownFact unknown) {
    return new UnknownFact(
        unknown.fact(), isKnown(unknown.fact()), unknown.right(), unknown.grant());
  }

  private boolean isKnown(Fact fact) {
    if (!before.neverKnown(Fact.NEWER_FACTS)) {
      return !before.neverKnown(fact);
    }
    // An older version did not say what it could not see.
    return switch (fact) {
      case FOREIGN_KEY_ACTIONS -> false;
      case VIEW_DEFINITION -> before.viewDefinition() != null;
      default -> true;
    };
  }

  /** Returns the columns that were seen, and those that were there before in their places. */
  private List<Column> columns(boolean hidden) {
    var old = new HashMap<String, Column>();
    before.columns().forEach(column -> old.put(column.name(), column));
    var seen = after.columns().stream().map(column -> withFamily(column, old)).toList();
    if (!hidden) {
      return seen;
    }
    var names = new HashSet<String>();
    seen.forEach(column -> names.add(column.name()));
    var all = new ArrayList<>(seen);
    before.columns().stream().filter(column -> !names.contains(column.name())).forEach(all::add);
    all.sort((one, other) -> Integer.compare(one.position(), other.position()));
    return all;
  }

  /** MariaDB's JSON is text with a check: while checks are hidden it is what it was before. */
  private Column withFamily(Column column, Map<String, Column> old) {
    var was = old.get(column.name());
    return after.unknown(Fact.COLUMNS) != null
            && was != null
            && was.typeFamily() == TypeFamily.DOCUMENT
            && was.dataType().equals(column.dataType())
        ? column.withFamily(TypeFamily.DOCUMENT)
        : column;
  }

  private List<Relation.ForeignKey> foreignKeys() {
    return after.foreignKeys().stream().map(this::withActions).toList();
  }

  private Relation.ForeignKey withActions(Relation.ForeignKey key) {
    if (key.onDelete() != null || !isKnown(Fact.FOREIGN_KEY_ACTIONS)) {
      return key;
    }
    return before.foreignKeys().stream()
        .filter(old -> isSame(old, key))
        .findFirst()
        .map(old -> key.withActions(old.onDelete(), old.onUpdate()))
        .orElse(key);
  }

  private static boolean isSame(Relation.ForeignKey one, Relation.ForeignKey other) {
    return Objects.equals(one.withActions(null, null), other.withActions(null, null));
  }
}
