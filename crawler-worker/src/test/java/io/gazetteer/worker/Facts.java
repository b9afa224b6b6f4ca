package io.gazetteer.worker;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is said of a database: by its own catalog, or by the index. */
record Facts(Set<Table> tables, Set<Column> columns) {
  static final Facts NONE = new Facts(Set.of(), Set.of());

  record Table(String schema, String name) {}

  record Column(String schema, String table, String name, String type) {
    ColumnName named() {
      return new ColumnName(schema, table, name);
    }
  }

  /** A column, whatever its type. */
  record ColumnName(String schema, String table, String name) {}

  Facts {
    tables = Set.copyOf(tables);
    columns = Set.copyOf(columns);
  }

  Set<ColumnName> columnNames() {
    return columns.stream().map(Column::named).collect(Collectors.toSet());
  }

  Facts and(Facts more) {
    var allTables = new HashSet<>(tables);
    allTables.addAll(more.tables);
    var allColumns = new HashSet<>(columns);
    allColumns.addAll(more.columns);
    return new Facts(allTables, allColumns);
  }

  /** The same without some schemas. */
  Facts without(Set<String> schemas) {
    return new Facts(
        tables.stream()
            .filter(table -> !schemas.contains(table.schema()))
            .collect(Collectors.toSet()),
        columns.stream()
            .filter(column -> !schemas.contains(column.schema()))
            .collect(Collectors.toSet()));
  }

  /** What is in one and not in the other, for messages; empty when they are equal. */
  String differenceTo(Facts other) {
    var lines = new TreeSet<String>();
    minus(tables, other.tables).forEach(one -> lines.add("+ " + one));
    minus(other.tables, tables).forEach(one -> lines.add("- " + one));
    minus(columns, other.columns).forEach(one -> lines.add("+ " + one));
    minus(other.columns, columns).forEach(one -> lines.add("- " + one));
    return String.join("\n", lines);
  }

  static <T> Set<T> minus(Collection<T> from, Collection<T> these) {
    var rest = new HashSet<>(from);
    rest.removeAll(these);
    return rest;
  }
}
