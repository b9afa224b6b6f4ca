package io.gazetteer.api.schema.formats;

import io.gazetteer.api.schema.formats.DescribedTable.TableColumn;
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
    out.append(new TableDdl(table, names).create());
    if (names == SqlNames.POSTGRESQL) {
      writeComments(table, out);
    }
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

  private void writeComments(DescribedTable table, Appendable out) throws IOException {
    var name = names.name(table.name());
    if (!table.comment().isEmpty()) {
      out.append("comment on table ")
          .append(name)
          .append(" is ")
          .append(names.text(table.comment()))
          .append(";\n");
    }
    for (var column : table.columns()) {
      if (!column.comment().isEmpty()) {
        out.append("comment on column ")
            .append(name)
            .append('.')
            .append(names.name(column.name()))
            .append(" is ")
            .append(names.text(column.comment()))
            .append(";\n");
      }
    }
  }

  private void writeForeignKeys(DescribedTable table, Set<TableName> present, Appendable out)
      throws IOException {
    if (!table.json().path("partition_of").asString("").isEmpty()) {
      return;
    }
    var ddl = new TableDdl(table, names);
    for (var key : table.references()) {
      var statement =
          "alter table "
              + names.name(table.name())
              + (key.name().isEmpty() ? " add " : " add constraint " + names.name(key.name()) + " ")
              + ddl.reference(key)
              + ";";
      if (present.contains(key.target())) {
        out.append(statement).append('\n');
      } else {
        remark("Not in this script: " + key.target().path() + ". " + statement, out);
      }
    }
  }

  private void writeView(DescribedTable table, Appendable out) throws IOException {
    if (!table.isView()) {
      return;
    }
    var definition = table.viewDefinition().strip().replaceFirst(";$", "");
    if (definition.isEmpty()) {
      remark("The query of the view " + table.name().path() + " is not known.", out);
      return;
    }
    out.append("\ncreate ")
        .append(table.kind().replace('_', ' '))
        .append(' ')
        .append(names.name(table.name()))
        .append(" as\n")
        .append(definition)
        .append(";\n");
  }

  private static void remark(String text, Appendable out) throws IOException {
    out.append("-- ").append(PlainText.oneLine(text)).append('\n');
  }
}
