package io.gazetteer.api.schema.formats;

import io.gazetteer.api.schema.formats.DescribedTable.Reference;
import io.gazetteer.api.schema.formats.DescribedTable.TableColumn;
import io.gazetteer.common.relation.TableName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes tables and references in the language of dbdiagram.io. */
public final class Dbml implements TableFormat {
  @Override
  public void write(int round, DescribedTable table, Set<TableName> present, Appendable out)
      throws IOException {
    if (table.columns().isEmpty()) {
      out.append("// ")
          .append(PlainText.oneLine(table.name().path()))
          .append(" has no columns\n\n");
      return;
    }
    out.append("Table ").append(name(table.name())).append(" {\n");
    for (var column : table.columns()) {
      out.append("  ").append(column(column, table.primaryKey())).append('\n');
    }
    writeKeys(table, out);
    if (!table.comment().isEmpty()) {
      out.append("  Note: ").append(text(table.comment())).append('\n');
    }
    out.append("}\n");
    var written = new HashSet<String>();
    for (var reference : table.references()) {
      var ends = ends(table, reference);
      // The language has no column that refers to itself, and no two references of the same ends.
      if (present.contains(reference.target())
          && !(reference.target().equals(table.name())
              && reference.columns().equals(reference.targetColumns()))
          && written.add(ends)) {
        out.append("Ref: ").append(ends).append(settings(actions(reference)));
        out.append(reference.isInferred() ? " // inferred from names\n" : "\n");
      }
    }
    out.append('\n');
  }

  private static String column(TableColumn column, List<String> primaryKey) {
    var settings = new ArrayList<String>();
    if (primaryKey.equals(List.of(column.name()))) {
      settings.add("pk");
    }
    if (!column.isNullable()) {
      settings.add("not null");
    }
    if (column.fact("identity").isPresent()) {
      settings.add("increment");
    }
    column.fact("default").ifPresent(value -> settings.add("default: " + expression(value)));
    if (!column.comment().isEmpty()) {
      settings.add("note: " + text(column.comment()));
    }
    return name(column.name()) + ' ' + name(column.type()) + settings(settings);
  }

  private static void writeKeys(DescribedTable table, Appendable out) throws IOException {
    var keys = new ArrayList<String>();
    if (table.primaryKey().size() > 1) {
      keys.add(names(table.primaryKey()) + " [pk]");
    }
    table.uniqueKeys().forEach(key -> keys.add(names(key) + " [unique]"));
    if (!keys.isEmpty()) {
      out.append("  indexes {\n    ").append(String.join("\n    ", keys)).append("\n  }\n");
    }
  }

  private static String ends(DescribedTable table, Reference reference) {
    return name(table.name())
        + '.'
        + names(reference.columns())
        + (table.isUnique(reference.columns()) ? " - " : " > ")
        + name(reference.target())
        + '.'
        + names(reference.targetColumns());
  }

  private static List<String> actions(Reference reference) {
    var actions = new ArrayList<String>();
    if (!reference.action("on_delete").isEmpty()) {
      actions.add("delete: " + reference.action("on_delete"));
    }
    if (!reference.action("on_update").isEmpty()) {
      actions.add("update: " + reference.action("on_update"));
    }
    return actions;
  }

  private static String settings(List<String> settings) {
    return settings.isEmpty() ? "" : " [" + String.join(", ", settings) + "]";
  }

  private static String name(TableName table) {
    return name(table.schema()) + '.' + name(table.table());
  }

  private static String names(List<String> names) {
    return names.stream().map(Dbml::name).collect(Collectors.joining(", ", "(", ")"));
  }

  /** A name stands on one line; the language has escapes for quotes and ends of lines. */
  private static String name(String name) {
    return '"' + escaped(name).replace("\"", "\\\"") + '"';
  }

  private static String text(String text) {
    return "'" + escaped(text).replace("'", "\\'") + "'";
  }

  private static String expression(String sql) {
    return sql.indexOf('`') < 0 && PlainText.oneLine(sql).equals(sql) && sql.indexOf('\\') < 0
        ? '`' + sql + '`'
        : text(sql);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n");
  }
}
