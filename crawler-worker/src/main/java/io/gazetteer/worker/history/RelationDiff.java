package io.gazetteer.worker.history;

import io.gazetteer.common.relation.Column;
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
 * none. What has a name, such as a column or an index, is the same thing as long as it keeps its
 * name.
 */
final class RelationDiff {
  private final List<RelationChange> changes = new ArrayList<>();

  private RelationDiff() {}

  /** Returns the differences: of columns in their order, then of keys, then the rest. */
  static List<RelationChange> between(Relation before, Relation after) {
    var diff = new RelationDiff();
    diff.table(before, after);
    diff.columns(before.columns(), after.columns());
    diff.keys(before, after);
    return List.copyOf(diff.changes);
  }

  private void table(Relation before, Relation after) {
    value("table_kind_changed", null, before.kind(), after.kind());
    value("table_comment_changed", null, before.comment(), after.comment());
    value("view_definition_changed", null, before.viewDefinition(), after.viewDefinition());
    value("partition_key_changed", null, before.partitionKey(), after.partitionKey());
    value("partition_parent_changed", null, before.partitionOf(), after.partitionOf());
  }

  private void columns(List<Column> before, List<Column> after) {
    var old = byName(before, Column::name);
    var now = byName(after, Column::name);
    for (String name : union(old, now)) {
      var was = old.get(name);
      var is = now.get(name);
      if (was == null) {
        changes.add(new RelationChange("column_added", name, null, is));
      } else if (is == null) {
        changes.add(new RelationChange("column_removed", name, was, null));
      } else {
        column(was, is);
      }
    }
  }

  private void column(Column was, Column is) {
    var name = is.name();
    value("column_type_changed", name, was.dataType(), is.dataType());
    if (was.dataType().equals(is.dataType())) {
      value("column_enum_values_changed", name, was.enumValues(), is.enumValues());
    }
    value("column_nullability_changed", name, was.nullable(), is.nullable());
    value("column_default_changed", name, was.defaultExpression(), is.defaultExpression());
    value("column_generation_changed", name, was.generated(), is.generated());
    value("column_identity_changed", name, was.identity(), is.identity());
    value("column_comment_changed", name, was.comment(), is.comment());
  }

  private void keys(Relation before, Relation after) {
    value("primary_key_changed", null, before.primaryKey(), after.primaryKey());
    named(
        "unique_constraint",
        byName(before.uniqueConstraints(), Relation.UniqueConstraint::name),
        byName(after.uniqueConstraints(), Relation.UniqueConstraint::name));
    named(
        "foreign_key",
        byName(before.foreignKeys(), Relation.ForeignKey::name),
        byName(after.foreignKeys(), Relation.ForeignKey::name));
    named(
        "index",
        byName(before.indexes(), Relation.Index::name),
        byName(after.indexes(), Relation.Index::name));
    named(
        "check_constraint",
        byName(before.checkConstraints(), Relation.CheckConstraint::name),
        byName(after.checkConstraints(), Relation.CheckConstraint::name));
  }

  private <T> void named(String what, Map<String, T> before, Map<String, T> after) {
    for (String name : union(before, after)) {
      var was = before.get(name);
      var is = after.get(name);
      var verb = was == null ? "_added" : is == null ? "_removed" : "_changed";
      value(what + verb, null, was, is);
    }
  }

  private void value(
      String change, @Nullable String column, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      changes.add(new RelationChange(change, column, before, after));
    }
  }

  /** Names are unique; should a source think otherwise, the first one counts. */
  private static <T> Map<String, T> byName(Collection<T> things, Function<T, String> name) {
    var map = new LinkedHashMap<String, T>();
    things.forEach(thing -> map.putIfAbsent(name.apply(thing), thing));
    return map;
  }

  private static Collection<String> union(Map<String, ?> before, Map<String, ?> after) {
    var names = new LinkedHashSet<>(after.keySet());
    names.addAll(before.keySet());
    return names;
  }
}
