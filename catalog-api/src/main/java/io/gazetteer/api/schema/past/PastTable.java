package io.gazetteer.api.schema.past;

import io.gazetteer.api.crawls.changes.SchemaChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes changes of a table back, one after the other, the newest first. */
final class PastTable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String COLUMNS = "columns";
  private static final String NAME = "name";
  private static final String POSITION = "position";

  /** With these a table of the name comes to be. */
  private static final Set<String> NEW_NAME = Set.of("table_added", "table_renamed");

  /** The lists of names of columns that keys and indexes have. */
  private static final List<String> OF_COLUMNS =
      List.of(COLUMNS, "included_columns", "on_delete_columns");

  private final ObjectNode table;

  private PastTable(ObjectNode table) {
    this.table = table;
  }

  /**
   * Returns the table as it was before all of these changes; empty when one of them added it, or
   * gave it its name.
   *
   * @param now the table in the shape of the API
   * @param changes since then, the newest first
   */
  static Optional<JsonNode> of(JsonNode now, List<SchemaChange> changes) {
    var past = new PastTable((ObjectNode) now.deepCopy());
    for (SchemaChange change : changes) {
      if (NEW_NAME.contains(change.change())) {
        return Optional.empty();
      }
      past.takeBack(change);
    }
    past.order();
    return Optional.of(past.table);
  }

  private void takeBack(SchemaChange change) {
    var before = value(change.before());
    var after = value(change.after());
    var column = change.column();
    if (column != null) {
      takeBackColumn(change.change(), column, before);
      return;
    }
    switch (change.change()) {
      case "table_kind_changed" -> table.set("kind", before);
      case "table_comment_changed" -> table.set("comment", before);
      case "view_definition_changed" -> table.set("view_definition", before);
      case "partition_key_changed" -> table.set("partition_key", before);
      case "partition_parent_changed" -> table.set("partition_of", before);
      case "table_inheritance_changed" -> table.set("inherits", before);
      case "table_extension_changed" -> table.set("extension", before);
      case "primary_key_changed" -> primaryKey(before);
      default -> takeBackNamed(change.change(), before, after);
    }
  }

  private void takeBackColumn(String change, String name, JsonNode before) {
    var columns = table.withArray(COLUMNS);
    if (change.equals("column_added")) {
      remove(columns, name);
      return;
    }
    if (change.equals("column_removed")) {
      columns.add(before);
      return;
    }
    if (change.equals("column_renamed")) {
      rename(name, before.asString(""));
      return;
    }
    for (JsonNode one : columns) {
      if (one.path(NAME).asString("").equals(name)) {
        field(change).ifPresent(field -> ((ObjectNode) one).set(field, before));
      }
    }
  }

  private void rename(String now, String before) {
    for (JsonNode column : table.withArray(COLUMNS)) {
      if (column.path(NAME).asString("").equals(now)) {
        ((ObjectNode) column).put(NAME, before);
      }
    }
    renameIn(table.path("primary_key"), now, before);
    List.of("unique_constraints", "foreign_keys", "indexes", "exclusion_constraints")
        .forEach(list -> table.path(list).forEach(thing -> renameIn(thing, now, before)));
  }

  private static void renameIn(JsonNode thing, String now, String before) {
    for (String field : OF_COLUMNS) {
      if (thing.path(field) instanceof ArrayNode names) {
        for (int i = 0; i < names.size(); i++) {
          if (names.get(i).asString("").equals(now)) {
            names.set(i, before);
          }
        }
      }
    }
  }

  private static Optional<String> field(String change) {
    return Optional.ofNullable(
        switch (change) {
          case "column_type_changed" -> "data_type";
          case "column_type_remark_changed" -> "type_remark";
          case "column_enum_values_changed" -> "enum_values";
          case "column_nullability_changed" -> "nullable";
          case "column_default_changed" -> "default";
          case "column_on_update_changed" -> "on_update";
          case "column_generation_changed" -> "generated";
          case "column_generation_kind_changed" -> "generated_as";
          case "column_identity_changed" -> "identity";
          case "column_comment_changed" -> "comment";
          default -> null;
        });
  }

  private void primaryKey(JsonNode before) {
    table.set("primary_key", before);
    var names = before.path(COLUMNS).valueStream().map(name -> name.asString("")).toList();
    for (JsonNode column : table.withArray(COLUMNS)) {
      ((ObjectNode) column).put("primary_key", names.contains(column.path(NAME).asString("")));
    }
  }

  /** Constraints and indexes: added, removed, or another one of the same name. */
  private void takeBackNamed(String change, JsonNode before, JsonNode after) {
    int verb = change.lastIndexOf('_');
    var list =
        switch (change.substring(0, verb).toLowerCase(Locale.ROOT)) {
          case "unique_constraint" -> "unique_constraints";
          case "foreign_key" -> "foreign_keys";
          case "index" -> "indexes";
          case "check_constraint" -> "check_constraints";
          case "exclusion_constraint" -> "exclusion_constraints";
          default -> null;
        };
    // A kind of change that a newer version tells.
    if (list == null) {
      return;
    }
    var things = table.withArray(list);
    if (!after.isNull()) {
      remove(things, after.path(NAME).asString(""));
    }
    if (!before.isNull()) {
      things.add(before);
    }
  }

  private static void remove(ArrayNode things, String name) {
    for (int i = 0; i < things.size(); i++) {
      if (things.get(i).path(NAME).asString("").equals(name)) {
        things.remove(i);
        return;
      }
    }
  }

  /** Puts columns that are back in their places. */
  private void order() {
    var columns =
        new ArrayList<>(
            StreamSupport.stream(table.withArray(COLUMNS).spliterator(), false).toList());
    columns.sort((one, other) -> Integer.compare(position(one), position(other)));
    table.putArray(COLUMNS).addAll(columns);
  }

  private static int position(JsonNode column) {
    return column.path(POSITION).asInt(Integer.MAX_VALUE);
  }

  private static JsonNode value(@Nullable String json) {
    return JSON.readTree(json == null ? "null" : json);
  }
}
