package io.gazetteer.worker.history;

import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.ExclusionConstraint;
import io.gazetteer.common.relation.Fact;
import io.gazetteer.common.relation.Relation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the columns of a relation that have got another name. PostgreSQL numbers columns, and a
 * number is given once. MySQL and MariaDB do not: there a column that is gone and a new one in its
 * place, which differ in nothing but the name, are the same.
 */
final class ColumnRenames {
  private final Relation before;
  private final Relation after;
  private final Map<String, String> newNames = new HashMap<>();

  private ColumnRenames(Relation before, Relation after) {
    this.before = before;
    this.after = after;
  }

  /** Returns the new names by the old ones. */
  static Map<String, String> between(Relation before, Relation after) {
    var renames = new ColumnRenames(before, after);
    if (before.unknown(Fact.COLUMNS) == null && after.unknown(Fact.COLUMNS) == null) {
      renames.find();
    }
    return Map.copyOf(renames.newNames);
  }

  private void find() {
    var was = before.identity();
    var is = after.identity();
    if (was == null && is == null) {
      byFacts();
    } else if (was != null && is != null && was.id() == is.id()) {
      var old = new HashMap<Integer, String>();
      for (int i = 0; i < before.columns().size(); i++) {
        old.put(was.numberAt(i), before.columns().get(i).name());
      }
      for (int i = 0; i < after.columns().size(); i++) {
        add(old.get(is.numberAt(i)), after.columns().get(i).name());
      }
    }
  }

  private void byFacts() {
    var old = names(before);
    var now = names(after);
    for (Column column : after.columns()) {
      if (!old.contains(column.name()) && column.position() <= before.columns().size()) {
        var was = before.columns().get(column.position() - 1);
        if (!now.contains(was.name()) && was.withName(column.name()).equals(column)) {
          add(was.name(), column.name());
        }
      }
    }
  }

  private void add(@Nullable String old, String now) {
    if (old != null && !old.equals(now)) {
      newNames.put(old, now);
    }
  }

  private static Set<String> names(Relation relation) {
    return relation.columns().stream().map(Column::name).collect(Collectors.toSet());
  }

  /** Returns the relation with the new names wherever columns are named, texts of SQL excepted. */
  static Relation applied(Relation relation, Map<String, String> newNames) {
    return newNames.isEmpty() ? relation : new Applied(relation, newNames).relation();
  }

  private record Applied(Relation old, Map<String, String> newNames) {
    Relation relation() {
      return new Relation(
          old.schema(),
          old.name(),
          old.kind(),
          old.comment(),
          old.rowEstimate(),
          columns(),
          old.primaryKey() == null ? null : key(old.primaryKey()),
          each(old.uniqueConstraints(), this::key),
          each(old.foreignKeys(), this::key),
          each(old.indexes(), this::index),
          old.checkConstraints(),
          each(old.exclusionConstraints(), this::exclusion),
          old.partitionOf(),
          old.partitionKey(),
          old.inherits(),
          old.hasChildren(),
          old.extension(),
          old.viewDefinition(),
          old.unknown(),
          old.identity());
    }

    /** Leaves out the columns that are gone and whose names others have now. */
    private List<Column> columns() {
      var taken = new HashSet<>(newNames.values());
      return old.columns().stream()
          .filter(column -> newNames.containsKey(column.name()) || !taken.contains(column.name()))
          .map(column -> column.withName(name(column.name())))
          .toList();
    }

    private String name(String column) {
      return newNames.getOrDefault(column, column);
    }

    private List<String> names(List<String> columns) {
      return each(columns, this::name);
    }

    private static <T> List<T> each(List<T> things, Function<T, T> change) {
      return things.stream().map(change).toList();
    }

    private Relation.PrimaryKey key(Relation.PrimaryKey key) {
      return new Relation.PrimaryKey(
          key.name(),
          names(key.columns()),
          key.deferrable(),
          key.initiallyDeferred(),
          key.withoutOverlaps());
    }

    private Relation.UniqueConstraint key(Relation.UniqueConstraint key) {
      return new Relation.UniqueConstraint(
          key.name(),
          names(key.columns()),
          key.deferrable(),
          key.initiallyDeferred(),
          key.nullsNotDistinct(),
          key.withoutOverlaps());
    }

    private Relation.ForeignKey key(Relation.ForeignKey key) {
      boolean toItself =
          key.referencedSchema().equals(old.schema()) && key.referencedTable().equals(old.name());
      return new Relation.ForeignKey(
          key.name(),
          names(key.columns()),
          key.referencedSchema(),
          key.referencedTable(),
          toItself ? names(key.referencedColumns()) : key.referencedColumns(),
          key.onDelete(),
          names(key.onDeleteColumns()),
          key.onUpdate(),
          key.matchFull(),
          key.deferrable(),
          key.initiallyDeferred(),
          key.validated(),
          key.enforced(),
          key.period());
    }

    private Relation.Index index(Relation.Index index) {
      return new Relation.Index(
          index.name(),
          names(index.columns()),
          index.keys(),
          names(index.includedColumns()),
          index.unique(),
          index.nullsNotDistinct(),
          index.primary(),
          index.valid(),
          index.method(),
          index.predicate());
    }

    private ExclusionConstraint exclusion(ExclusionConstraint constraint) {
      return new ExclusionConstraint(
          constraint.name(),
          names(constraint.columns()),
          constraint.operators(),
          constraint.method(),
          constraint.predicate(),
          constraint.deferrable(),
          constraint.initiallyDeferred());
    }
  }
}
