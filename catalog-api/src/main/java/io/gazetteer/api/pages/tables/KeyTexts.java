package io.gazetteer.api.pages.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Says in words what is special about keys, indexes and checks. */
final class KeyTexts {
  private KeyTexts() {}

  static String columns(JsonNode key) {
    return list(key.path("columns"));
  }

  static String list(JsonNode names) {
    return names.valueStream().map(name -> name.stringValue("")).collect(Collectors.joining(", "));
  }

  /** Says what a primary key or a unique constraint is, and how it is not like most. */
  static String unique(String kind, JsonNode key) {
    var words = new ArrayList<>(List.of(kind));
    if (key.path("nulls_not_distinct").asBoolean(false)) {
      words.add("nulls not distinct");
    }
    if (key.path("without_overlaps").asBoolean(false)) {
      words.add("without overlaps");
    }
    addDeferral(key, words);
    return String.join(", ", words);
  }

  /** Says how a foreign key is not like most. */
  static String foreignKey(JsonNode key) {
    var words = new ArrayList<String>();
    addAction(key, "on_delete", "on delete ", words);
    if (!key.path("on_delete_columns").isEmpty() && !words.isEmpty()) {
      words.add(words.removeLast() + " (" + list(key.path("on_delete_columns")) + ")");
    }
    addAction(key, "on_update", "on update ", words);
    if (key.path("match_full").asBoolean(false)) {
      words.add("match full");
    }
    if (key.path("period").asBoolean(false)) {
      words.add("period");
    }
    addDeferral(key, words);
    addChecking(key, words);
    return String.join(", ", words);
  }

  private static void addAction(JsonNode key, String field, String when, List<String> words) {
    var action = key.path(field).stringValue("");
    if (!action.isEmpty() && !action.equals("no_action")) {
      words.add(when + action.replace('_', ' '));
    }
  }

  private static void addDeferral(JsonNode key, List<String> words) {
    if (key.path("initially_deferred").asBoolean(false)) {
      words.add("deferrable, initially deferred");
    } else if (key.path("deferrable").asBoolean(false)) {
      words.add("deferrable");
    }
  }

  private static void addChecking(JsonNode key, List<String> words) {
    if (!key.path("enforced").asBoolean(true)) {
      words.add("not enforced");
    } else if (!key.path("validated").asBoolean(true)) {
      words.add("not valid: older rows were not checked");
    }
  }

  static String check(JsonNode check) {
    var words = new ArrayList<String>();
    addChecking(check, words);
    return String.join(", ", words);
  }

  static String exclusion(JsonNode exclusion) {
    var columns = exclusion.path("columns");
    var operators = exclusion.path("operators");
    var parts = new ArrayList<String>();
    for (int i = 0; i < columns.size(); i++) {
      parts.add(columns.path(i).stringValue("") + " with " + operators.path(i).stringValue("="));
    }
    return String.join(", ", parts);
  }

  static String exclusionNote(JsonNode exclusion) {
    var words = new ArrayList<>(List.of(exclusion.path("method").stringValue("")));
    addPredicate(exclusion, words);
    addDeferral(exclusion, words);
    return String.join(", ", words);
  }

  /** Writes the columns of an index with what is special about each. */
  static String index(JsonNode index) {
    var columns = index.path("columns");
    var keys = index.path("keys");
    var parts = new ArrayList<String>();
    for (int i = 0; i < columns.size(); i++) {
      parts.add(columns.path(i).stringValue("") + special(keys.path(i)));
    }
    var included = list(index.path("included_columns"));
    return String.join(", ", parts) + (included.isEmpty() ? "" : " include (" + included + ")");
  }

  private static String special(JsonNode key) {
    var words = new StringBuilder();
    if (key.path("prefix_length").isNumber()) {
      words.append('(').append(key.path("prefix_length").asInt()).append(')');
    }
    var operators = key.path("operator_class").stringValue("");
    if (!operators.isEmpty()) {
      words.append(' ').append(operators);
    }
    boolean descending = key.path("direction").stringValue("").equals("desc");
    if (descending) {
      words.append(" desc");
    }
    var nulls = key.path("nulls").stringValue("");
    if (!nulls.isEmpty() && !nulls.equals(descending ? "first" : "last")) {
      words.append(" nulls ").append(nulls);
    }
    return words.toString();
  }

  static String indexNote(JsonNode index) {
    var words = new ArrayList<>(List.of(index.path("method").stringValue("")));
    if (index.path("unique").asBoolean(false)) {
      words.add("unique");
    }
    if (index.path("nulls_not_distinct").asBoolean(false)) {
      words.add("nulls not distinct");
    }
    addPredicate(index, words);
    if (!index.path("valid").asBoolean(true)) {
      words.add("not valid: it was not built to its end");
    }
    return String.join(", ", words);
  }

  private static void addPredicate(JsonNode node, List<String> words) {
    var predicate = node.path("predicate").stringValue("");
    if (!predicate.isEmpty()) {
      words.add("where " + predicate);
    }
  }

  /** Says what a crawl could not see, and what would let it. */
  static String unknown(JsonNode unknown) {
    var fact = unknown.path("fact").stringValue("").replace('_', ' ');
    var grant = unknown.path("grant").stringValue("");
    var right = unknown.path("right").stringValue("");
    return Character.toUpperCase(fact.charAt(0))
        + fact.substring(1)
        + (unknown.path("last_known").asBoolean(false)
            ? ": not seen by the newest crawl, shown as it was known before"
            : ": not seen by any crawl")
        + (right.isEmpty() ? "" : "; the user lacks " + right)
        + (grant.isEmpty() ? "" : ": " + grant);
  }
}
