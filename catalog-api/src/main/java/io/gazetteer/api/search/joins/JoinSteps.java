package io.gazetteer.api.search.joins;

import io.gazetteer.api.search.joins.JoinAnswer.JoinPath;
import io.gazetteer.api.search.joins.JoinAnswer.JoinStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Writes paths between tables as joins, from what their descriptions say. */
final class JoinSteps {
  private final Map<String, JsonNode> described;

  /**
   * @param described the descriptions of all tables of the paths
   */
  JoinSteps(Map<String, JsonNode> described) {
    this.described = Map.copyOf(described);
  }

  JoinPath declared(List<String> tables) {
    return find(tables)
        .orElseThrow(() -> new IllegalStateException("No keys join " + String.join(", ", tables)));
  }

  /** The path over declared keys; empty when one of them is gone meanwhile. */
  Optional<JoinPath> find(List<String> tables) {
    var steps = new ArrayList<JoinStep>();
    for (int i = 1; i < tables.size(); i++) {
      var from = tables.get(i - 1);
      var to = tables.get(i);
      var step = key(from, to, from, to).or(() -> key(to, from, from, to));
      if (step.isEmpty()) {
        return Optional.empty();
      }
      steps.add(step.get());
    }
    return Optional.of(path(tables, steps));
  }

  static JoinPath path(List<String> tables, List<JoinStep> steps) {
    var join = new StringBuilder(tables.getFirst());
    for (JoinStep step : steps) {
      join.append(" join ").append(step.to()).append(" on ").append(step.condition());
    }
    return new JoinPath(tables, steps, join.toString());
  }

  /** The foreign key of one table that leads to another. */
  private Optional<JoinStep> key(String owner, String target, String from, String to) {
    return description(owner)
        .path("foreign_keys")
        .valueStream()
        .filter(
            key ->
                target.equals(text(key, "referenced_schema") + '.' + text(key, "referenced_table")))
        .findFirst()
        .map(
            key ->
                new JoinStep(
                    from,
                    to,
                    condition(
                        owner, names(key, "columns"), target, names(key, "referenced_columns")),
                    "foreign key " + text(key, "name") + " of " + owner,
                    true));
  }

  static String condition(String left, List<String> own, String right, List<String> theirs) {
    var pairs = new ArrayList<String>();
    for (int i = 0; i < Math.min(own.size(), theirs.size()); i++) {
      pairs.add(left + '.' + own.get(i) + " = " + right + '.' + theirs.get(i));
    }
    return String.join(" and ", pairs);
  }

  /** The columns that may be joined with the key of another table, by what they are called. */
  Optional<JoinStep> inferred(String from, String to) {
    return leads(from, to, from, to).or(() -> leads(to, from, from, to));
  }

  /** Whether a column of one table is called as the key of another, and has its type. */
  private Optional<JoinStep> leads(String owner, String target, String from, String to) {
    var key = keyOf(target);
    if (key.size() != 1) {
      return Optional.empty();
    }
    var keyName = key.keySet().iterator().next();
    var type = String.valueOf(key.get(keyName));
    var name = target.substring(target.indexOf('.') + 1);
    for (JsonNode column : description(owner).path("columns")) {
      var own = text(column, "name");
      if (KeyNames.areAlike(own, name, keyName)
          && KeyNames.sameType(text(column, "data_type"), type)) {
        return Optional.of(
            new JoinStep(
                from,
                to,
                condition(owner, List.of(own), target, List.of(keyName)),
                "%s.%s is called as the primary key %s of %s, and has its type %s"
                    .formatted(owner, own, keyName, target, type),
                false));
      }
    }
    return Optional.empty();
  }

  private Map<String, String> keyOf(String table) {
    var key = new HashMap<String, String>();
    description(table)
        .path("columns")
        .valueStream()
        .filter(column -> column.path("primary_key").asBoolean(false))
        .forEach(column -> key.put(text(column, "name"), text(column, "data_type")));
    return key;
  }

  private JsonNode description(String table) {
    return described.getOrDefault(table, MissingNode.getInstance());
  }

  private static List<String> names(JsonNode key, String field) {
    return key.path(field).valueStream().map(JsonNode::asString).toList();
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
