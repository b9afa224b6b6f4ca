package io.gazetteer.api.pages.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Writes a table as texts that people take to other programs. */
final class TableTexts {
  private final JsonNode table;
  private final SqlNames names;

  TableTexts(JsonNode table, SqlNames names) {
    this.table = table;
    this.names = names;
  }

  String qualifiedName() {
    return names.qualified(
        table.path("schema").stringValue(""), table.path("name").stringValue(""));
  }

  String select() {
    var columns =
        table
            .path("columns")
            .valueStream()
            .map(column -> names.quoted(column.path("name").stringValue("")))
            .collect(Collectors.joining(",\n  "));
    return "select\n  " + (columns.isEmpty() ? "*" : columns) + "\nfrom " + qualifiedName() + ";\n";
  }

  /**
   * A SELECT of all columns of this table and another one, joined by a foreign key.
   *
   * @param key the foreign key
   * @param theirs whether it is of the other table
   */
  String join(JsonNode other, JsonNode key, boolean theirs) {
    var ours = names.quoted(table.path("name").stringValue(""));
    var name = other.path("name").stringValue("");
    boolean alias = name.equals(table.path("name").stringValue(""));
    var second = alias ? names.quoted(name + "_2") : names.quoted(name);
    var columns = new ArrayList<String>();
    table.path("columns").forEach(column -> columns.add(of(ours, column.path("name"))));
    other.path("columns").forEach(column -> columns.add(of(second, column.path("name"))));
    var from = theirs ? second : ours;
    var to = theirs ? ours : second;
    var pairs = new ArrayList<String>();
    for (int i = 0; i < key.path("columns").size(); i++) {
      pairs.add(
          of(from, key.path("columns").path(i))
              + " = "
              + of(to, key.path("referenced_columns").path(i)));
    }
    return "select\n  %s\nfrom %s\njoin %s%s\n  on %s;\n"
        .formatted(
            String.join(",\n  ", columns),
            qualifiedName(),
            names.qualified(other.path("schema").stringValue(""), name),
            alias ? " as " + second : "",
            String.join("\n  and ", pairs));
  }

  private String of(String table, JsonNode column) {
    return table + "." + names.quoted(column.stringValue(""));
  }

  /** The statement that makes a table like it; of a view, the view. */
  String ddl() {
    var kind = table.path("kind").stringValue("table");
    if (kind.equals("view") || kind.equals("materialized_view")) {
      return "create %s %s as\n%s"
          .formatted(
              kind.replace('_', ' '),
              qualifiedName(),
              ended(table.path("view_definition").stringValue("")));
    }
    var lines = new ArrayList<String>();
    table.path("columns").forEach(column -> lines.add(column(column)));
    var primary = table.path("primary_key");
    if (primary.isObject()) {
      lines.add(constraint(primary) + "primary key " + list(primary.path("columns")));
    }
    table
        .path("unique_constraints")
        .forEach(key -> lines.add(constraint(key) + "unique " + list(key.path("columns"))));
    table.path("foreign_keys").forEach(key -> lines.add(foreignKey(key)));
    table.path("check_constraints").forEach(check -> lines.add(check(check)));
    var ddl =
        new StringBuilder("create table " + qualifiedName() + " (\n  ")
            .append(String.join(",\n  ", lines))
            .append("\n)");
    var partitionKey = table.path("partition_key").stringValue("");
    if (!partitionKey.isEmpty()) {
      ddl.append("\npartition by ").append(partitionKey);
    }
    ddl.append(";\n");
    comments().forEach(comment -> ddl.append(comment).append('\n'));
    return ddl.toString();
  }

  private static String ended(String sql) {
    var text = sql.strip();
    return text.endsWith(";") ? text + "\n" : text + ";\n";
  }

  private String column(JsonNode column) {
    var line =
        new StringBuilder(names.quoted(column.path("name").stringValue("")))
            .append(' ')
            .append(column.path("data_type").stringValue(""));
    var generated = column.path("generated").stringValue("");
    var identity = column.path("identity").stringValue("");
    if (!generated.isEmpty()) {
      line.append(" generated always as (").append(generated).append(") stored");
    } else if (!identity.isEmpty()) {
      line.append(
          names.arePostgres()
              ? " generated " + identity.replace('_', ' ') + " as identity"
              : " auto_increment");
    } else if (column.path("default").isString()) {
      line.append(" default ").append(column.path("default").stringValue(""));
    }
    if (!column.path("nullable").asBoolean(true)) {
      line.append(" not null");
    }
    var comment = column.path("comment").stringValue("");
    if (!names.arePostgres() && !comment.isEmpty()) {
      line.append(" comment ").append(names.literal(comment));
    }
    return line.toString();
  }

  private String constraint(JsonNode key) {
    var name = key.path("name").stringValue("");
    return name.isEmpty() || name.equals("PRIMARY") ? "" : "constraint " + names.quoted(name) + " ";
  }

  private String list(JsonNode columns) {
    return columns
        .valueStream()
        .map(column -> names.quoted(column.stringValue("")))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private String foreignKey(JsonNode key) {
    return constraint(key)
        + "foreign key "
        + list(key.path("columns"))
        + " references "
        + names.qualified(
            key.path("referenced_schema").stringValue(""),
            key.path("referenced_table").stringValue(""))
        + " "
        + list(key.path("referenced_columns"))
        + action(" on delete ", key.path("on_delete"))
        + action(" on update ", key.path("on_update"));
  }

  private static String action(String when, JsonNode action) {
    var text = action.stringValue("no_action");
    return text.equals("no_action") ? "" : when + text.replace('_', ' ');
  }

  private String check(JsonNode check) {
    var expression = check.path("expression").stringValue("");
    var whole =
        expression.regionMatches(true, 0, "check", 0, 5)
            ? expression
            : "check (" + expression + ")";
    return constraint(check) + whole;
  }

  private List<String> comments() {
    var comments = new ArrayList<String>();
    if (!names.arePostgres()) {
      return comments;
    }
    var comment = table.path("comment").stringValue("");
    if (!comment.isEmpty()) {
      comments.add("comment on table " + qualifiedName() + " is " + names.literal(comment) + ";");
    }
    for (JsonNode column : table.path("columns")) {
      var said = column.path("comment").stringValue("");
      if (!said.isEmpty()) {
        comments.add(
            "comment on column %s.%s is %s;"
                .formatted(
                    qualifiedName(),
                    names.quoted(column.path("name").stringValue("")),
                    names.literal(said)));
      }
    }
    return comments;
  }

  String markdown() {
    var text = new StringBuilder("## ").append(cell(plainName())).append("\n\n");
    var comment = table.path("comment").stringValue("");
    if (!comment.isEmpty()) {
      text.append(cell(comment)).append("\n\n");
    }
    text.append("| column | type | null | comment |\n|---|---|---|---|\n");
    for (JsonNode column : table.path("columns")) {
      text.append("| ")
          .append(cell(column.path("name").stringValue("")))
          .append(" | ")
          .append(cell(column.path("data_type").stringValue("")))
          .append(" | ")
          .append(column.path("nullable").asBoolean(true) ? "yes" : "no")
          .append(" | ")
          .append(cell(column.path("comment").stringValue("")))
          .append(" |\n");
    }
    return text.toString();
  }

  private String plainName() {
    return table.path("schema").stringValue("") + "." + table.path("name").stringValue("");
  }

  /** What a comment says is no Markdown of ours. */
  private static String cell(String text) {
    return text.replaceAll("[\\\\|<>*_`\\[\\]#]", "\\\\$0").replaceAll("\\s+", " ");
  }
}
