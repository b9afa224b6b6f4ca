package io.gazetteer.api.schema.compare;

import io.gazetteer.api.schema.compare.Comparison.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds what differs between two tables, field by field. */
final class TableDifferences {
  private static final String NAME = "name";
  private static final List<String> TABLE_FIELDS =
      List.of(
          "kind",
          "comment",
          "view_definition",
          "partition_key",
          "partition_of",
          "inherits",
          "extension");
  private static final List<String> COLUMN_FIELDS =
      List.of(
          "data_type",
          "nullable",
          "default",
          "on_update",
          "generated",
          "generated_as",
          "identity",
          "enum_values",
          "comment");
  private static final Map<String, String> LISTS = lists();

  private final boolean anyCase;
  private final List<Difference> found = new ArrayList<>();

  private TableDifferences(boolean anyCase) {
    this.anyCase = anyCase;
  }

  private static Map<String, String> lists() {
    var lists = new LinkedHashMap<String, String>();
    lists.put("unique_constraint", "unique_constraints");
    lists.put("foreign_key", "foreign_keys");
    lists.put("index", "indexes");
    lists.put("check_constraint", "check_constraints");
    lists.put("exclusion_constraint", "exclusion_constraints");
    return lists;
  }

  /**
   * Compares two tables in the shape of the API. Row estimates and positions are no difference.
   *
   * @param anyCase whether names that differ in case only are the same
   */
  static List<Difference> between(JsonNode left, JsonNode right, boolean anyCase) {
    var differences = new TableDifferences(anyCase);
    differences.fields("table", null, TABLE_FIELDS, left, right);
    differences.columns(left.path("columns"), right.path("columns"));
    differences.primaryKey(left, right);
    LISTS.forEach((part, list) -> differences.named(part, left, right, list));
    return differences.found;
  }

  private void columns(JsonNode left, JsonNode right) {
    var here = byName(left);
    var there = byName(right);
    for (String name : union(here, there)) {
      var one = here.getOrDefault(name, MissingNode.getInstance());
      var other = there.getOrDefault(name, MissingNode.getInstance());
      if (one.isMissingNode() || other.isMissingNode()) {
        add("column", text(one.isMissingNode() ? other : one, NAME), null, one, other);
      } else {
        fields("column", text(one, NAME), COLUMN_FIELDS, one, other);
      }
    }
  }

  private void fields(
      String part, @Nullable String name, List<String> fields, JsonNode left, JsonNode right) {
    for (String field : fields) {
      if (!same(left.path(field), right.path(field))) {
        add(part, name, field, left.path(field), right.path(field));
      }
    }
  }

  /** The name of a primary key says nothing. */
  private void primaryKey(JsonNode left, JsonNode right) {
    var one = left.at("/primary_key/columns");
    var other = right.at("/primary_key/columns");
    if (!same(one, other)) {
      add("primary_key", null, "columns", one, other);
    }
  }

  /** Compares by name; what is alike but for its name, which databases make up, is the same. */
  private void named(String part, JsonNode left, JsonNode right, String list) {
    var here = byName(left.path(list));
    var there = byName(right.path(list));
    var pairs = new LinkedHashSet<>(here.keySet());
    pairs.retainAll(there.keySet());
    for (String name : pairs) {
      var thing = Objects.requireNonNull(here.get(name));
      var one = nameless(thing, left);
      var other = nameless(Objects.requireNonNull(there.get(name)), right);
      if (!same(one, other)) {
        var fields = new LinkedHashSet<>(one.propertyNames());
        fields.addAll(other.propertyNames());
        fields(part, text(thing, NAME), List.copyOf(fields), one, other);
      }
    }
    here.keySet().removeAll(pairs);
    there.keySet().removeAll(pairs);
    for (JsonNode one : here.values()) {
      var alike =
          there.entrySet().stream()
              .filter(other -> same(nameless(one, left), nameless(other.getValue(), right)))
              .map(Map.Entry::getKey)
              .findFirst();
      alike.ifPresent(there::remove);
      if (alike.isEmpty()) {
        add(part, text(one, NAME), null, one, MissingNode.getInstance());
      }
    }
    there
        .values()
        .forEach(other -> add(part, text(other, NAME), null, MissingNode.getInstance(), other));
  }

  /** The thing without its name; a schema that is the table's own is none to compare. */
  private static ObjectNode nameless(JsonNode thing, JsonNode table) {
    var copy = (ObjectNode) thing.deepCopy();
    copy.remove(NAME);
    if (text(copy, "referenced_schema").equals(text(table, "schema"))) {
      copy.remove("referenced_schema");
    }
    return copy;
  }

  private Map<String, JsonNode> byName(JsonNode list) {
    var named = new LinkedHashMap<String, JsonNode>();
    list.forEach(one -> named.putIfAbsent(folded(text(one, NAME)), one));
    return named;
  }

  private static Set<String> union(Map<String, ?> one, Map<String, ?> other) {
    var names = new LinkedHashSet<>(one.keySet());
    names.addAll(other.keySet());
    return names;
  }

  private String folded(String name) {
    return anyCase ? name.toLowerCase(Locale.ROOT) : name;
  }

  /** What is missing, null or an empty list is the same: nothing. */
  private boolean same(JsonNode one, JsonNode other) {
    if (isNothing(one) || isNothing(other)) {
      return isNothing(one) && isNothing(other);
    }
    return one.equals(other) || (anyCase && one.toString().equalsIgnoreCase(other.toString()));
  }

  private static boolean isNothing(JsonNode node) {
    return node.isMissingNode()
        || node.isNull()
        || (node instanceof ArrayNode list && list.isEmpty());
  }

  private void add(
      String part, @Nullable String name, @Nullable String field, JsonNode left, JsonNode right) {
    found.add(new Difference(part, name, field, orNull(left), orNull(right)));
  }

  private static @Nullable JsonNode orNull(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? null : node;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
