package io.gazetteer.api.pages.tables;

import io.gazetteer.api.schema.formats.DescribedTable;
import io.gazetteer.api.schema.formats.SqlNames;
import io.gazetteer.api.schema.formats.TableDdl;
import java.util.ArrayList;
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
    return names.name(DescribedTable.of(table).name());
  }

  String select() {
    var columns =
        table
            .path("columns")
            .valueStream()
            .map(column -> names.name(column.path("name").stringValue("")))
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
    var ours = names.name(table.path("name").stringValue(""));
    var name = other.path("name").stringValue("");
    boolean alias = name.equals(table.path("name").stringValue(""));
    var second = alias ? names.name(name + "_2") : names.name(name);
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
            names.name(DescribedTable.of(other).name()),
            alias ? " as " + second : "",
            String.join("\n  and ", pairs));
  }

  private String of(String table, JsonNode column) {
    return table + "." + names.name(column.stringValue(""));
  }

  /** The statements that make a table like it; of a view, the view. */
  String ddl() {
    return new TableDdl(DescribedTable.of(table), names).statements();
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
