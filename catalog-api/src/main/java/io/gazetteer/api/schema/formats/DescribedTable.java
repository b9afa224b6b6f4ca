package io.gazetteer.api.schema.formats;

import io.gazetteer.common.relation.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads the description of a table, as the API shows it and the index stores it. What an older
 * crawl did not describe is left out.
 */
public record DescribedTable(TableName name, JsonNode json) {
  private static final Set<String> VIEWS = Set.of("view", "materialized_view");

  /** Reads a description that says its own schema and name. */
  public static DescribedTable of(JsonNode json) {
    return new DescribedTable(new TableName(text(json, "schema"), text(json, "name")), json);
  }

  /** One column. */
  public record TableColumn(JsonNode json) {
    public String name() {
      return text(json, "name");
    }

    public String type() {
      return text(json, "data_type");
    }

    public boolean isKey() {
      return json.path("primary_key").asBoolean(false);
    }

    public boolean isNullable() {
      return json.path("nullable").asBoolean(true);
    }

    public String comment() {
      return text(json, "comment");
    }

    /** Returns a fact as text; empty when there is none. */
    Optional<String> fact(String field) {
      return Optional.of(text(json, field)).filter(text -> !text.isEmpty());
    }

    List<String> enumValues() {
      return texts(json.path("enum_values"));
    }
  }

  /** A foreign key; its columns go in pairs with those of the other table. */
  public record Reference(JsonNode json) {
    public TableName target() {
      return new TableName(text(json, "referenced_schema"), text(json, "referenced_table"));
    }

    public List<String> columns() {
      return texts(json.path("columns")).subList(0, pairs());
    }

    public List<String> targetColumns() {
      return texts(json.path("referenced_columns")).subList(0, pairs());
    }

    private int pairs() {
      return Math.min(json.path("columns").size(), json.path("referenced_columns").size());
    }

    public String name() {
      return text(json, "name");
    }

    /** Says whether names alone speak for it, and no key is declared. */
    public boolean isInferred() {
      return json.path("inferred").asBoolean(false);
    }

    /** Returns an action as SQL says it; empty for the usual one. */
    String action(String field) {
      var action = text(json, field).replace('_', ' ');
      return action.equals("no action") ? "" : action;
    }
  }

  public String kind() {
    return text(json, "kind");
  }

  boolean isView() {
    return VIEWS.contains(kind());
  }

  public String comment() {
    return text(json, "comment");
  }

  String viewDefinition() {
    return text(json, "view_definition");
  }

  public List<TableColumn> columns() {
    return json.path("columns").valueStream().map(TableColumn::new).toList();
  }

  /** Returns the columns of the primary key, in its order. */
  public List<String> primaryKey() {
    var key = texts(json.path("primary_key").path("columns"));
    return key.isEmpty()
        ? columns().stream().filter(TableColumn::isKey).map(TableColumn::name).toList()
        : key;
  }

  /** Returns the columns of each unique constraint. */
  List<List<String>> uniqueKeys() {
    return json.path("unique_constraints")
        .valueStream()
        .map(key -> texts(key.path("columns")))
        .filter(columns -> !columns.isEmpty())
        .toList();
  }

  public List<Reference> references() {
    return json.path("foreign_keys")
        .valueStream()
        .map(Reference::new)
        .filter(reference -> !reference.columns().isEmpty())
        .toList();
  }

  /** Returns the names of the columns that foreign keys begin at. */
  public Set<String> referring() {
    return references().stream()
        .flatMap(reference -> reference.columns().stream())
        .collect(Collectors.toSet());
  }

  /** Says whether no two rows can have the same values in these columns. */
  public boolean isUnique(List<String> columns) {
    return Stream.concat(Stream.of(primaryKey()), uniqueKeys().stream())
        .anyMatch(key -> !key.isEmpty() && columns.containsAll(key));
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
