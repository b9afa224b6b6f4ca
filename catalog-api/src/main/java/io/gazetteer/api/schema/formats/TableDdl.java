package io.gazetteer.api.schema.formats;

import io.gazetteer.api.schema.formats.DescribedTable.Reference;
import io.gazetteer.api.schema.formats.DescribedTable.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Writes the statement that would create a table. */
public final class TableDdl {
  private final DescribedTable table;
  private final SqlNames names;

  public TableDdl(DescribedTable table, SqlNames names) {
    this.table = table;
    this.names = names;
  }

  /** A part of a statement, and what is remarked on it. */
  private record Part(String sql, String remark) {}

  /** Writes columns, keys and comments for a reader: each on its line, with foreign keys. */
  public String forReaders() {
    var parts = new ArrayList<Part>();
    for (var column : table.columns()) {
      boolean required = !column.isNullable() && !column.isKey();
      parts.add(
          new Part(
              names.name(column.name()) + ' ' + column.type() + (required ? " not null" : ""),
              remark(column.comment())));
    }
    keys().forEach(key -> parts.add(new Part(key, "")));
    table.references().forEach(key -> parts.add(new Part(reference(key), "")));
    var statement = new StringBuilder("create table ");
    statement.append(PlainText.oneLine(names.name(table.name()))).append(" (\n");
    for (int i = 0; i < parts.size(); i++) {
      statement
          .append("  ")
          .append(PlainText.oneLine(parts.get(i).sql()))
          .append(i < parts.size() - 1 ? "," : "")
          .append(parts.get(i).remark())
          .append('\n');
    }
    return statement.append(");").append(remark(table.comment())).toString();
  }

  /** Writes all statements that make the table, or the view, for the database. */
  public String statements() {
    if (table.isView()) {
      return view().orElse("") + lines(comments());
    }
    return create()
        + lines(comments())
        + lines(table.references().stream().map(this::foreignKey).toList());
  }

  private static String lines(List<String> statements) {
    return statements.stream().map(statement -> statement + "\n").collect(Collectors.joining());
  }

  private static String remark(String comment) {
    return comment.isEmpty() ? "" : " -- " + PlainText.comment(comment);
  }

  /** Writes the statement for the database, without foreign keys and indexes of their own. */
  String create() {
    var lines = new ArrayList<String>();
    table.columns().forEach(column -> lines.add(column(column)));
    lines.addAll(keys());
    table.json().path("check_constraints").forEach(check -> lines.add(check(check)));
    var indexes = new TableIndexes(table, names);
    lines.addAll(indexes.inside());
    var end = new StringBuilder();
    if (names == SqlNames.MYSQL && !table.comment().isEmpty()) {
      end.append(" comment ").append(names.text(table.comment()));
    }
    var partitioned = table.json().path("partition_key").asString("");
    if (names == SqlNames.POSTGRESQL && !partitioned.isEmpty()) {
      end.append(" partition by ").append(partitioned);
    }
    var statement =
        new StringBuilder("create table " + names.name(table.name()) + " (")
            .append(lines.isEmpty() ? "" : "\n  " + String.join(",\n  ", lines) + "\n")
            .append(")")
            .append(end)
            .append(";\n");
    indexes.apart().forEach(index -> statement.append(index).append(";\n"));
    return statement.toString();
  }

  /** Writes the statement that makes a view; empty when its query is not known. */
  Optional<String> view() {
    var definition = table.viewDefinition().strip().replaceFirst(";$", "");
    return definition.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "create %s %s as\n%s;\n"
                .formatted(table.kind().replace('_', ' '), names.name(table.name()), definition));
  }

  /** Writes the statements that comment the table and its columns, where no others do. */
  List<String> comments() {
    var comments = new ArrayList<String>();
    if (names == SqlNames.MYSQL) {
      return comments;
    }
    var name = names.name(table.name());
    if (!table.comment().isEmpty()) {
      var kind = table.isView() ? table.kind().replace('_', ' ') : "table";
      comments.add("comment on %s %s is %s;".formatted(kind, name, names.text(table.comment())));
    }
    for (var column : table.columns()) {
      if (!column.comment().isEmpty()) {
        comments.add(
            "comment on column %s.%s is %s;"
                .formatted(name, names.name(column.name()), names.text(column.comment())));
      }
    }
    return comments;
  }

  /** Writes the statement that adds a foreign key. */
  String foreignKey(Reference key) {
    return "alter table "
        + names.name(table.name())
        + (key.name().isEmpty() ? " add " : " add constraint " + names.name(key.name()) + " ")
        + reference(key)
        + ";";
  }

  private String column(TableColumn column) {
    var text = new StringBuilder(names.name(column.name())).append(' ').append(column.type());
    var generated = column.fact("generated");
    if (generated.isPresent()) {
      text.append(" generated always as (")
          .append(generated.get())
          .append(") ")
          .append(column.fact("generated_as").orElse("stored"));
      return text.append(commentInside(column)).toString();
    }
    text.append(identity(column));
    if (!column.isNullable()) {
      text.append(" not null");
    }
    if (!numbersItself(column)) {
      column.fact("default").ifPresent(value -> text.append(" default ").append(value));
    }
    column.fact("on_update").ifPresent(value -> text.append(" on update ").append(value));
    return text.append(commentInside(column)).toString();
  }

  private String identity(TableColumn column) {
    if (!numbersItself(column)) {
      return "";
    }
    if (names == SqlNames.MYSQL) {
      return " auto_increment";
    }
    return column.fact("identity").filter("always"::equals).isPresent()
        ? " generated always as identity"
        : " generated by default as identity";
  }

  /** A sequence is not described: what takes its numbers from one numbers itself. */
  private boolean numbersItself(TableColumn column) {
    return column.fact("identity").isPresent()
        || (names == SqlNames.POSTGRESQL
            && column.fact("default").filter(value -> value.startsWith("nextval(")).isPresent());
  }

  private String commentInside(TableColumn column) {
    return names == SqlNames.MYSQL && !column.comment().isEmpty()
        ? " comment " + names.text(column.comment())
        : "";
  }

  private List<String> keys() {
    var keys = new ArrayList<String>();
    if (!table.primaryKey().isEmpty()) {
      keys.add("primary key (" + names.names(table.primaryKey()) + ")");
    }
    table.uniqueKeys().forEach(key -> keys.add("unique (" + names.names(key) + ")"));
    return keys;
  }

  private String check(JsonNode check) {
    return "constraint "
        + names.name(check.path("name").asString(""))
        + " check ("
        + check.path("expression").asString("")
        + ")";
  }

  /** Writes a foreign key as a part of a statement. */
  private String reference(Reference key) {
    var onDelete = key.action("on_delete");
    var onUpdate = key.action("on_update");
    return "foreign key ("
        + names.names(key.columns())
        + ") references "
        + names.name(key.target())
        + " ("
        + names.names(key.targetColumns())
        + ")"
        + (onDelete.isEmpty() ? "" : " on delete " + onDelete)
        + (onUpdate.isEmpty() ? "" : " on update " + onUpdate);
  }
}
