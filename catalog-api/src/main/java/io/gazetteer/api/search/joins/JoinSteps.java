package io.gazetteer.api.search.joins;

import io.gazetteer.api.schema.formats.DescribedTable;
import io.gazetteer.api.schema.formats.DescribedTable.Reference;
import io.gazetteer.api.schema.formats.DescribedTable.TableColumn;
import io.gazetteer.api.schema.formats.SqlNames;
import io.gazetteer.api.search.joins.JoinAnswer.JoinPath;
import io.gazetteer.api.search.joins.JoinAnswer.JoinStep;
import io.gazetteer.common.relation.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes paths between tables as joins, from what their descriptions say. */
final class JoinSteps {
  private final Map<TableName, DescribedTable> described;
  private final SqlNames names;

  /**
   * @param described the descriptions of all tables of the paths
   * @param names writes the names as their database reads them
   */
  JoinSteps(Map<TableName, DescribedTable> described, SqlNames names) {
    this.described = Map.copyOf(described);
    this.names = names;
  }

  /** The path over declared keys; empty when one of them is gone meanwhile. */
  Optional<JoinPath> find(List<TableName> tables) {
    var steps = new ArrayList<JoinStep>();
    for (int i = 1; i < tables.size(); i++) {
      var from = tables.get(i - 1);
      var to = tables.get(i);
      var step = key(from, to, from, to).or(() -> key(to, from, from, to));
      if (step.isEmpty()) {
        return Optional.empty();
      }
      steps.add(step.get());
    }
    return Optional.of(path(tables, steps));
  }

  JoinPath path(List<TableName> tables, List<JoinStep> steps) {
    var join = new StringBuilder(names.name(tables.getFirst()));
    for (int i = 0; i < steps.size(); i++) {
      join.append(" join ")
          .append(names.name(tables.get(i + 1)))
          .append(" on ")
          .append(steps.get(i).condition());
    }
    return new JoinPath(tables.stream().map(TableName::path).toList(), steps, join.toString());
  }

  /** The foreign key of one table that leads to another. */
  private Optional<JoinStep> key(TableName owner, TableName target, TableName from, TableName to) {
    var table = described.get(owner);
    if (table == null) {
      return Optional.empty();
    }
    return table.references().stream()
        .filter(key -> key.target().equals(target))
        .findFirst()
        .map(
            key ->
                new JoinStep(
                    from.path(),
                    to.path(),
                    condition(owner, key),
                    "foreign key " + key.name() + " of " + owner.path(),
                    true));
  }

  private String condition(TableName owner, Reference key) {
    var pairs = new ArrayList<String>();
    for (int i = 0; i < key.columns().size(); i++) {
      pairs.add(equal(owner, key.columns().get(i), key.target(), key.targetColumns().get(i)));
    }
    return String.join(" and ", pairs);
  }

  private String equal(TableName left, String own, TableName right, String other) {
    return "%s.%s = %s.%s"
        .formatted(names.name(left), names.name(own), names.name(right), names.name(other));
  }

  /** The columns that may be joined with the key of another table, by what they are called. */
  Optional<JoinStep> inferred(TableName from, TableName to) {
    return leads(from, to, from, to).or(() -> leads(to, from, from, to));
  }

  /** Whether a column of one table is called as the key of another, and has its type. */
  private Optional<JoinStep> leads(
      TableName owner, TableName target, TableName from, TableName to) {
    var table = described.get(owner);
    var key = keyOf(described.get(target));
    if (table == null || key == null) {
      return Optional.empty();
    }
    return table.columns().stream()
        .filter(column -> KeyNames.areAlike(column.name(), target.table(), key.name()))
        .filter(column -> KeyNames.sameType(column.type(), key.type()))
        .findFirst()
        .map(
            column ->
                new JoinStep(
                    from.path(),
                    to.path(),
                    equal(owner, column.name(), target, key.name()),
                    "%s.%s is called as the primary key %s of %s, and has its type %s"
                        .formatted(
                            owner.path(), column.name(), key.name(), target.path(), key.type()),
                    false));
  }

  /** Returns the one column of a primary key; null when it has none or several. */
  private static @Nullable TableColumn keyOf(@Nullable DescribedTable table) {
    if (table == null) {
      return null;
    }
    var key = table.columns().stream().filter(TableColumn::isKey).toList();
    return key.size() == 1 ? key.getFirst() : null;
  }
}
