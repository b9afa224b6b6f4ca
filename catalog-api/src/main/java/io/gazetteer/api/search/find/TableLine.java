package io.gazetteer.api.search.find;

import io.gazetteer.api.search.hits.Hit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Writes a table in one line, {@code sales.order(id* bigint, customer_id bigint, ...) ->
 * customer_id = sales.customer.id}, or as a statement that would create it.
 */
final class TableLine {
  /** With no more columns than this, all are written. */
  private static final int FEW = 12;

  private final String path;
  private final Set<String> wanted;
  private final JsonNode description;

  TableLine(Hit hit, JsonNode description) {
    this.path = hit.path();
    this.description = description;
    this.wanted = new LinkedHashSet<>(hit.columnNames());
  }

  String line() {
    var columns = description.path("columns");
    var keys = keyColumns();
    var written = new ArrayList<String>();
    int left = 0;
    for (JsonNode column : columns) {
      var name = text(column, "name");
      boolean isKey = column.path("primary_key").asBoolean(false);
      if (columns.size() > FEW && !isKey && !wanted.contains(name) && !keys.contains(name)) {
        left++;
      } else {
        written.add(name + (isKey ? "*" : "") + " " + text(column, "data_type"));
      }
    }
    if (left > 0) {
      written.add("... " + left + " more");
    }
    var references = references();
    return path
        + "("
        + String.join(", ", written)
        + ")"
        + (references.isEmpty() ? "" : " -> " + String.join("; ", references));
  }

  /** The foreign keys as conditions of a join. */
  List<String> references() {
    var references = new ArrayList<String>();
    for (JsonNode key : description.path("foreign_keys")) {
      references.add(condition(key, ""));
    }
    return references;
  }

  /** The conditions that join the table with one of these, by their paths. */
  List<String> joins(Set<String> others) {
    var joins = new ArrayList<String>();
    for (JsonNode key : description.path("foreign_keys")) {
      if (others.contains(text(key, "referenced_schema") + "." + text(key, "referenced_table"))) {
        joins.add(condition(key, path + "."));
      }
    }
    return joins;
  }

  private static String condition(JsonNode key, String before) {
    var table = text(key, "referenced_schema") + "." + text(key, "referenced_table");
    var own = names(key.path("columns"));
    var theirs = names(key.path("referenced_columns"));
    var pairs = new ArrayList<String>();
    for (int i = 0; i < Math.min(own.size(), theirs.size()); i++) {
      pairs.add(before + own.get(i) + " = " + table + "." + theirs.get(i));
    }
    return String.join(" and ", pairs);
  }

  /** A statement that would create the table, without what only the source can say. */
  String ddl() {
    var lines = new ArrayList<String>();
    var keys = new ArrayList<String>();
    for (JsonNode column : description.path("columns")) {
      var comment = text(column, "comment");
      lines.add(
          "  "
              + text(column, "name")
              + " "
              + text(column, "data_type")
              + (comment.isEmpty() ? "" : " /* " + comment.replace("*/", "* /") + " */"));
      if (column.path("primary_key").asBoolean(false)) {
        keys.add(text(column, "name"));
      }
    }
    if (!keys.isEmpty()) {
      lines.add("  primary key (" + String.join(", ", keys) + ")");
    }
    for (JsonNode key : description.path("foreign_keys")) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  foreign key (%s) references %s.%s (%s)",
              String.join(", ", names(key.path("columns"))),
              text(key, "referenced_schema"),
              text(key, "referenced_table"),
              String.join(", ", names(key.path("referenced_columns")))));
    }
    return "create table " + path + " (\n" + String.join(",\n", lines) + "\n);";
  }

  private Set<String> keyColumns() {
    return description
        .path("foreign_keys")
        .valueStream()
        .flatMap(key -> names(key.path("columns")).stream())
        .collect(Collectors.toSet());
  }

  private static List<String> names(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
