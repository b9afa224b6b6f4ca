package io.gazetteer.api.schema.formats;

import io.gazetteer.common.relation.TableName;
import java.io.IOException;
import java.util.Set;

/** Writes a line for each table, with its comment. */
final class LineList implements TableFormat {
  private final SqlNames names;

  LineList(SqlNames names) {
    this.names = names;
  }

  @Override
  public void write(int round, DescribedTable table, Set<TableName> present, Appendable out)
      throws IOException {
    out.append(new TableLine(table, names).whole());
    if (!table.comment().isEmpty()) {
      out.append(" -- ").append(PlainText.comment(table.comment()));
    }
    out.append('\n');
  }
}
