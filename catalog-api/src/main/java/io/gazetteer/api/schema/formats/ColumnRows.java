package io.gazetteer.api.schema.formats;

import io.gazetteer.api.web.Csv;
import io.gazetteer.common.relation.TableName;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Writes a row of CSV for each column. */
final class ColumnRows implements TableFormat {
  private final String database;

  ColumnRows(String database) {
    this.database = database;
  }

  @Override
  public void begin(Appendable out) throws IOException {
    out.append(
        Csv.row(
            "database",
            "schema",
            "table",
            "kind",
            "position",
            "column",
            "type",
            "nullable",
            "default",
            "primary_key",
            "references",
            "comment"));
  }

  @Override
  public void write(int round, DescribedTable table, Set<TableName> present, Appendable out)
      throws IOException {
    var targets = targets(table);
    for (var column : table.columns()) {
      out.append(
          Csv.row(
              database,
              table.name().schema(),
              table.name().table(),
              table.kind(),
              column.fact("position").orElse(""),
              column.name(),
              column.type(),
              String.valueOf(column.isNullable()),
              column.fact("default").orElse(""),
              String.valueOf(column.isKey()),
              targets.getOrDefault(column.name(), ""),
              column.comment()));
    }
  }

  private static Map<String, String> targets(DescribedTable table) {
    var targets = new HashMap<String, String>();
    for (var reference : table.references()) {
      for (int i = 0; i < reference.columns().size(); i++) {
        targets.merge(
            reference.columns().get(i),
            reference.target().path() + '.' + reference.targetColumns().get(i),
            (one, other) -> one + "; " + other);
      }
    }
    return targets;
  }
}
