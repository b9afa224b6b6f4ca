package io.gazetteer.api.schema.formats;

import io.gazetteer.api.schema.formats.DescribedTable.Reference;
import io.gazetteer.api.schema.formats.DescribedTable.TableColumn;
import io.gazetteer.common.relation.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a table in one line, {@code sales.order(id* bigint, customer_id bigint, ...) ->
 * customer_id = sales.customer.id}: columns with their types, those of the primary key with a star,
 * and what its foreign keys lead to.
 */
public final class TableLine {
  /** With no more columns than this, all are written. */
  private static final int FEW = 12;

  private final DescribedTable table;
  private final SqlNames names;

  public TableLine(DescribedTable table, SqlNames names) {
    this.table = table;
    this.names = names;
  }

  public TableName name() {
    return table.name();
  }

  /** Writes all columns. */
  public String whole() {
    return line(table.columns());
  }

  /** Writes the wanted columns of a wide table and those of its keys, and says how many it left. */
  public String of(Set<String> wanted) {
    var columns = table.columns();
    if (columns.size() <= FEW) {
      return line(columns);
    }
    var named = new HashSet<>(table.referring());
    named.addAll(wanted);
    return line(columns.stream().filter(c -> c.isKey() || named.contains(c.name())).toList());
  }

  private String line(List<TableColumn> columns) {
    var written = new ArrayList<String>();
    columns.forEach(column -> written.add(column(column)));
    int left = table.columns().size() - columns.size();
    if (left > 0) {
      written.add("... " + left + " more");
    }
    var references = references();
    return PlainText.oneLine(names.name(table.name()))
        + "("
        + String.join(", ", written)
        + ")"
        + (references.isEmpty() ? "" : " -> " + String.join("; ", references));
  }

  /** Writes one column with its type, a column of the primary key with a star. */
  public String column(TableColumn column) {
    return PlainText.oneLine(names.name(column.name()))
        + (column.isKey() ? "* " : " ")
        + PlainText.type(column.type());
  }

  /** Returns the foreign keys as conditions of a join. */
  public List<String> references() {
    return table.references().stream().map(key -> condition(key, "")).toList();
  }

  /** Returns the conditions that join the table with one of these. */
  public List<String> joins(Set<TableName> others) {
    return table.references().stream()
        .filter(key -> others.contains(key.target()))
        .map(key -> condition(key, names.name(table.name()) + '.'))
        .toList();
  }

  private String condition(Reference key, String before) {
    var pairs = new ArrayList<String>();
    for (int i = 0; i < key.columns().size(); i++) {
      pairs.add(
          before
              + names.name(key.columns().get(i))
              + " = "
              + names.name(key.target())
              + '.'
              + names.name(key.targetColumns().get(i)));
    }
    return PlainText.oneLine(String.join(" and ", pairs));
  }
}
