package io.gazetteer.worker.history;

import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.ExclusionConstraint;
import io.gazetteer.common.relation.Fact;
import io.gazetteer.common.relation.Relation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the differences between two descriptions of a relation. Positions and row estimates are
 * none, and neither is what no crawl had seen before. What has a name, such as an index, is the
 * same thing as long as it keeps its name; for columns see {@link ColumnRenames}.
 */
final class RelationDiff {
  private final Relation after;
  private final List<RelationChange> changes = new ArrayList<>();
  private Relation before;

  private RelationDiff(Relation before, Relation after) {
    this.before = before;
    this.after = after;
  }

  /** Returns the differences: of columns in their order, then of keys, then the rest. */
  static List<RelationChange> between(Relation before, Relation after) {
    var diff =
        before.neverKnown(Fact.NEWER_FACTS)
            ? new RelationDiff(before, OlderFacts.of(before, after))
            : new RelationDiff(before, after);
    diff.table();
    diff.renames();
    diff.columns();
    diff.keys();
    return List.copyOf(diff.changes);
  }

  private void table() {
    value("table_kind_changed", null, before.kind(), after.kind());
    if (!before.neverKnown(Fact.COMMENT)) {
      value("table_comment_changed", null, before.comment(), after.comment());
    }
    if (!before.neverKnown(Fact.VIEW_DEFINITION)) {
      value("view_definition_changed", null, before.viewDefinition(), after.viewDefinition());
    }
    value("partition_key_changed", null, before.partitionKey(), after.partitionKey());
    value("partition_parent_changed", null, before.partitionOf(), after.partitionOf());
    value("table_inheritance_changed", null, before.inherits(), after.inherits());
    value("table_extension_changed", null, before.extension(), after.extension());
  }

  /**
   * Tells which columns have another name, and compares from here on as if they had had it before:
   * that keys and indexes name them otherwise is no change. A column that is gone and whose name
   * another one has taken is told first.
   */
  private void renames() {
    var renames = ColumnRenames.between(before, after);
    for (Column column : before.columns()) {
      if (!renames.containsKey(column.name()) && renames.containsValue(column.name())) {
        changes.add(new RelationChange("column_removed", column.name(), column, null));
      }
    }
    for (Column column : before.columns()) {
      var now = renames.get(column.name());
      if (now != null) {
        changes.add(new RelationChange("column_renamed", now, column.name(), now));
      }
    }
    before = ColumnRenames.applied(before, renames);
  }

  private void columns() {
    var old = byName(before.columns(), Column::name);
    var now = byName(after.columns(), Column::name);
    for (String name : union(old, now)) {
      var was = old.get(name);
      var is = now.get(name);
      if (was == null && is != null) {
        if (!before.neverKnown(Fact.COLUMNS)) {
          changes.add(new RelationChange("column_added", name, null, is.getFirst()));
        }
      } else if (was != null && is == null) {
        changes.add(new RelationChange("column_removed", name, was.getFirst(), null));
      } else if (was != null && is != null) {
        column(was.getFirst(), is.getFirst());
      }
    }
  }

  private void column(Column was, Column is) {
    var name = is.name();
    value("column_type_changed", name, was.dataType(), is.dataType());
    value("column_type_remark_changed", name, was.typeRemark(), is.typeRemark());
    if (was.dataType().equals(is.dataType())) {
      value("column_enum_values_changed", name, was.enumValues(), is.enumValues());
    }
    value("column_nullability_changed", name, was.nullable(), is.nullable());
    value("column_default_changed", name, was.defaultExpression(), is.defaultExpression());
    value("column_on_update_changed", name, was.onUpdate(), is.onUpdate());
    value("column_generation_changed", name, was.generated(), is.generated());
    if (was.generated() != null && is.generated() != null) {
      value("column_generation_kind_changed", name, was.generatedAs(), is.generatedAs());
    }
    value("column_identity_changed", name, was.identity(), is.identity());
    value("column_comment_changed", name, was.comment(), is.comment());
  }

  private void keys() {
    if (!before.neverKnown(Fact.COLUMNS)) {
      value("primary_key_changed", null, before.primaryKey(), after.primaryKey());
      named("unique_constraint", Relation::uniqueConstraints, Relation.UniqueConstraint::name);
      foreignKeys();
      named("index", Relation::indexes, Relation.Index::name);
      named("exclusion_constraint", Relation::exclusionConstraints, ExclusionConstraint::name);
      named("check_constraint", Relation::checkConstraints, Relation.CheckConstraint::name);
    }
  }

  /** Compares foreign keys; an action that one side does not know is no difference. */
  private void foreignKeys() {
    var old = byName(before.foreignKeys(), Relation.ForeignKey::name);
    named(
        "foreign_key",
        before.foreignKeys(),
        after.foreignKeys().stream().map(key -> withKnownActions(key, old)).toList(),
        Relation.ForeignKey::name);
  }

  private static Relation.ForeignKey withKnownActions(
      Relation.ForeignKey key, Map<String, List<Relation.ForeignKey>> before) {
    var old = before.get(key.name());
    return old != null && (old.getFirst().onDelete() == null || key.onDelete() == null)
        ? key.withActions(old.getFirst().onDelete(), old.getFirst().onUpdate())
        : key;
  }

  private <T> void named(
      String what, Function<Relation, List<T>> things, Function<T, String> name) {
    named(what, things.apply(before), things.apply(after), name);
  }

  private <T> void named(String what, List<T> before, List<T> after, Function<T, String> nameOf) {
    var old = byName(before, nameOf);
    var now = byName(after, nameOf);
    for (String name : union(old, now)) {
      sameName(what, old.getOrDefault(name, List.of()), now.getOrDefault(name, List.of()));
    }
  }

  /** Compares what has one name; MariaDB lets a check of a column and one of the table share it. */
  private <T> void sameName(String what, List<T> before, List<T> after) {
    var old = without(before, after);
    var now = without(after, before);
    for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
      var was = i < old.size() ? old.get(i) : null;
      var is = i < now.size() ? now.get(i) : null;
      var verb = was == null ? "_added" : is == null ? "_removed" : "_changed";
      value(what + verb, null, was, is);
    }
  }

  private static <T> List<T> without(List<T> things, List<T> others) {
    var left = new ArrayList<>(things);
    others.forEach(left::remove);
    return left;
  }

  private void value(
      String change, @Nullable String column, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      changes.add(new RelationChange(change, column, before, after));
    }
  }

  private static <T> Map<String, List<T>> byName(Collection<T> things, Function<T, String> name) {
    var map = new LinkedHashMap<String, List<T>>();
    things.forEach(
        thing -> map.computeIfAbsent(name.apply(thing), key -> new ArrayList<>(1)).add(thing));
    return map;
  }

  private static Collection<String> union(Map<String, ?> before, Map<String, ?> after) {
    var names = new LinkedHashSet<>(after.keySet());
    names.addAll(before.keySet());
    return names;
  }
}
