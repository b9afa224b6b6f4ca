package io.gazetteer.api.schema.formats;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Writes the indexes of a table that no constraint makes. */
final class TableIndexes {
  private static final Set<String> KINDS_OF_MYSQL = Set.of("fulltext", "spatial");

  private final DescribedTable table;
  private final SqlNames names;
  private final Set<String> columns;

  TableIndexes(DescribedTable table, SqlNames names) {
    this.table = table;
    this.names = names;
    this.columns =
        table.columns().stream()
            .map(DescribedTable.TableColumn::name)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns those that stand inside of the statement that creates the table. */
  List<String> inside() {
    return names == SqlNames.MYSQL ? written() : List.of();
  }

  /** Returns those that are statements of their own. */
  List<String> apart() {
    return names == SqlNames.MYSQL ? List.of() : written();
  }

  private List<String> written() {
    var made = new HashSet<String>();
    for (var field : List.of("unique_constraints", "exclusion_constraints")) {
      table.json().path(field).forEach(constraint -> made.add(text(constraint, "name")));
    }
    var indexes = new ArrayList<String>();
    for (JsonNode index : table.json().path("indexes")) {
      if (!index.path("primary").asBoolean(false)
          && index.path("valid").asBoolean(true)
          && !index.path("columns").isEmpty()
          && !made.contains(text(index, "name"))) {
        indexes.add(names == SqlNames.MYSQL ? ofMySql(index) : ofPostgres(index));
      }
    }
    return indexes;
  }

  private String ofMySql(JsonNode index) {
    var method = text(index, "method");
    var kind =
        KINDS_OF_MYSQL.contains(method)
            ? method + " "
            : index.path("unique").asBoolean(false) ? "unique " : "";
    return kind + "key " + names.name(text(index, "name")) + " (" + keys(index) + ")";
  }

  private String ofPostgres(JsonNode index) {
    var included = index.path("included_columns").valueStream().map(JsonNode::asString).toList();
    var predicate = text(index, "predicate");
    return "create "
        + (index.path("unique").asBoolean(false) ? "unique " : "")
        + "index "
        + names.name(text(index, "name"))
        + " on "
        + names.name(table.name())
        + " using "
        + text(index, "method")
        + " ("
        + keys(index)
        + ")"
        + (included.isEmpty() ? "" : " include (" + names.names(included) + ")")
        + (index.path("nulls_not_distinct").asBoolean(false) ? " nulls not distinct" : "")
        + (predicate.isEmpty() ? "" : " where " + predicate);
  }

  private String keys(JsonNode index) {
    var keys = new ArrayList<String>();
    for (int i = 0; i < index.path("columns").size(); i++) {
      var column = index.path("columns").path(i).asString();
      var kept = index.path("keys").path(i);
      var key =
          new StringBuilder(columns.contains(column) ? names.name(column) : "(" + column + ")");
      if (!kept.path("prefix_length").isMissingNode() && !kept.path("prefix_length").isNull()) {
        key.append('(').append(kept.path("prefix_length").asInt()).append(')');
      }
      for (var field : List.of("operator_class", "direction", "nulls")) {
        var fact = text(kept, field);
        if (!fact.isEmpty() && !fact.equals("asc")) {
          key.append(field.equals("nulls") ? " nulls " : " ").append(fact);
        }
      }
      keys.add(key.toString());
    }
    return String.join(", ", keys);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
