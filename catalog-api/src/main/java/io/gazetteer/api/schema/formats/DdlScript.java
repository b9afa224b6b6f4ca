package io.gazetteer.api.schema.formats;

import io.gazetteer.api.schema.formats.DescribedTable.TableColumn;
import io.gazetteer.common.relation.TableName;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a script that makes the tables in an empty database of the same kind: tables first, then
 * foreign keys, then views. What the catalog does not know stands there as a remark.
 */
final class DdlScript implements TableFormat {
  private final String database;
  private final SqlNames names;
  private final Set<String> types = new HashSet<>();
  private @Nullable String schema;

  DdlScript(String database, SqlNames names) {
    this.database = database;
    this.names = names;
  }

  @Override
  public int rounds() {
    return Round.values().length;
  }

  private enum Round {
    TABLES,
    FOREIGN_KEYS,
    VIEWS
  }

  @Override
  public void begin(Appendable out) throws IOException {
    remark("The schema of " + database + ", as its last crawl described it.", out);
    remark("Sequences, functions, triggers and rights are not part of it.", out);
    remark(
        "Types, defaults, checks and views are as their owners wrote them: read before you run.",
        out);
  }

  @Override
  public void write(int round, DescribedTable table, Set<TableName> present, Appendable out)
      throws IOException {
    switch (Round.values()[round]) {
      case TABLES -> writeTable(table, out);
      case FOREIGN_KEYS -> writeForeignKeys(table, present, out);
      case VIEWS -> writeView(table, out);
    }
  }

  private void writeTable(DescribedTable table, Appendable out) throws IOException {
    var name = table.name();
    if (!name.schema().equals(schema)) {
      schema = name.schema();
      out.append("\ncreate schema if not exists ").append(names.name(name.schema())).append(";\n");
    }
    if (table.isView()) {
      return;
    }
    out.append('\n');
    var parent = table.json().path("partition_of").asString("");
    if (!parent.isEmpty()) {
      remark(name.path() + " is a partition of " + parent + ".", out);
      return;
    }
    if (table.kind().equals("foreign_table")) {
      remark(name.path() + " is a foreign table.", out);
    }
    for (var column : table.columns()) {
      writeType(column, out);
    }
    var ddl = new TableDdl(table, names);
    out.append(ddl.create());
    writeComments(ddl, out);
  }

  /** An enum is a type of its own, which the columns have as their type. */
  private void writeType(TableColumn column, Appendable out) throws IOException {
    if (names == SqlNames.MYSQL || column.enumValues().isEmpty()) {
      return;
    }
    var type = column.type().endsWith("[]") ? column.type().replace("[]", "") : column.type();
    if (types.add(type)) {
      out.append("create type ")
          .append(type)
          .append(" as enum (")
          .append(column.enumValues().stream().map(names::text).collect(Collectors.joining(", ")))
          .append(");\n");
    }
  }

  private void writeForeignKeys(DescribedTable table, Set<TableName> present, Appendable out)
      throws IOException {
    if (!table.json().path("partition_of").asString("").isEmpty()) {
      return;
    }
    var ddl = new TableDdl(table, names);
    for (var key : table.references()) {
      if (present.contains(key.target())) {
        out.append(ddl.foreignKey(key)).append('\n');
      } else {
        remark("Not in this script: " + key.target().path() + ". " + ddl.foreignKey(key), out);
      }
    }
  }

  private void writeView(DescribedTable table, Appendable out) throws IOException {
    if (!table.isView()) {
      return;
    }
    var ddl = new TableDdl(table, names);
    var view = ddl.view();
    if (view.isEmpty()) {
      remark("The query of the view " + table.name().path() + " is not known.", out);
      return;
    }
    out.append('\n').append(view.get());
    writeComments(ddl, out);
  }

  private static void writeComments(TableDdl ddl, Appendable out) throws IOException {
    for (String comment : ddl.comments()) {
      out.append(comment).append('\n');
    }
  }

  private static void remark(String text, Appendable out) throws IOException {
    out.append("-- ").append(PlainText.oneLine(text)).append('\n');
  }
}
