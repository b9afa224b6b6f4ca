package io.gazetteer.api.search;

import io.gazetteer.api.search.Hit.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Reads from the named clauses that a hit matched how its score comes about; the names are those of
 * {@link io.gazetteer.api.search.rank.Naming}.
 */
final class Explanation {
  private static final String WORD = "word ";

  /** The best reason of each group. */
  private final Map<String, Reason> groups = new HashMap<>();

  /** By the step of a path that has alternatives: each of them by its number. */
  private final Map<String, Map<String, Explanation>> choices = new HashMap<>();

  private Explanation() {}

  /** What the score is the sum of, the most first. */
  static List<Reason> of(JsonNode matchedQueries) {
    var root = new Explanation();
    matchedQueries
        .properties()
        .forEach(clause -> root.add(clause.getKey(), clause.getValue().asDouble()));
    return root.reasons().stream()
        .sorted(Comparator.comparingDouble(Reason::points).reversed())
        .toList();
  }

  private void add(String name, double points) {
    int slash = name.indexOf('/');
    if (slash < 0) {
      int bar = name.indexOf('|');
      var reason = new Reason(name.substring(bar + 1), points);
      groups.merge(
          name.substring(0, name.indexOf('#')), reason, (a, b) -> a.points() >= b.points() ? a : b);
    } else {
      int dot = name.indexOf('.');
      choices
          .computeIfAbsent(name.substring(0, dot), none -> new HashMap<>())
          .computeIfAbsent(name.substring(dot + 1, slash), none -> new Explanation())
          .add(name.substring(slash + 1), points);
    }
  }

  private List<Reason> reasons() {
    var reasons = new ArrayList<>(groups.values());
    for (Map<String, Explanation> alternatives : choices.values()) {
      alternatives.values().stream()
          .map(Explanation::reasons)
          .max(Comparator.comparingDouble(Explanation::sum))
          .ifPresent(reasons::addAll);
    }
    return reasons;
  }

  private static double sum(List<Reason> reasons) {
    return reasons.stream().mapToDouble(Reason::points).sum();
  }

  /** The words of the query that were found in names of a table's columns. */
  static Set<String> columns(JsonNode matchedQueries) {
    var words = new TreeSet<String>();
    if (matchedQueries.isArray()) {
      matchedQueries.forEach(name -> addColumn(name.asString(), words));
    } else {
      matchedQueries.propertyNames().forEach(name -> addColumn(name, words));
    }
    return words;
  }

  private static void addColumn(String name, Set<String> words) {
    int bar = name.lastIndexOf('|');
    var group = name.substring(name.lastIndexOf('/') + 1, bar);
    if (group.startsWith(WORD) && name.indexOf("column", bar) > 0) {
      words.add(group.substring(WORD.length(), group.indexOf('#')));
    }
  }
}
