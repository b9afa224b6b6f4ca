package io.gazetteer.api.search.diagram;

import io.gazetteer.api.search.joins.JoinGraph;
import io.gazetteer.common.relation.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses the tables around one that are drawn: those that are fewer keys away first, and of the
 * neighbours of a table those that are linked with most others. A table with many neighbours shows
 * some of them, and how many more it has.
 */
final class Neighbourhood {
  /** The most tables of a drawing; more of them nobody can read. */
  static final int MOST_TABLES = 40;

  private static final int OF_THE_FOCUS = 24;
  private static final int OF_OTHERS = 8;

  private final JoinGraph graph;
  private final DiagramRequest request;
  private final TableName focus;
  private final List<TableName> inferred;
  private final int most;

  /** The chosen tables with their distance from the focus. */
  private final Map<TableName, Integer> distances = new LinkedHashMap<>();

  /**
   * Chooses the tables.
   *
   * @param inferred neighbours of the focus that no declared key links with it
   * @param most how many tables there may be
   */
  Neighbourhood(
      JoinGraph graph,
      DiagramRequest request,
      TableName focus,
      List<TableName> inferred,
      int most) {
    this.graph = graph;
    this.request = request;
    this.focus = focus;
    this.inferred = inferred;
    this.most = most;
    distances.put(focus, 0);
    var level = List.of(focus);
    for (int distance = 1; !level.isEmpty(); distance++) {
      level = next(level, distance);
    }
  }

  private List<TableName> next(List<TableName> level, int distance) {
    var next = new ArrayList<TableName>();
    for (TableName table : level) {
      if (distance <= request.depth() || request.isExpanded(table)) {
        for (TableName neighbour : part(table)) {
          if (distances.size() < most && distances.putIfAbsent(neighbour, distance) == null) {
            next.add(neighbour);
          }
        }
      }
    }
    return next;
  }

  /** The neighbours of a table that it may show. */
  private List<TableName> part(TableName table) {
    var all = neighbours(table);
    int usual = table.equals(focus) ? OF_THE_FOCUS : OF_OTHERS;
    int room = Math.min(request.isExpanded(table) ? most : usual, most - 1);
    int from = table.equals(focus) ? Math.min(request.from(), all.size()) : 0;
    return all.subList(from, Math.min(all.size(), from + room));
  }

  private List<TableName> neighbours(TableName table) {
    var all = new LinkedHashSet<>(sorted(graph.neighbours(table)));
    if (table.equals(focus)) {
      all.addAll(inferred);
    }
    return List.copyOf(all);
  }

  private List<TableName> sorted(List<TableName> tables) {
    return tables.stream()
        .sorted(
            Comparator.<TableName>comparingInt(graph::degree)
                .reversed()
                .thenComparing(TableName::path))
        .toList();
  }

  Set<TableName> tables() {
    return Collections.unmodifiableSet(distances.keySet());
  }

  int distance(TableName table) {
    return distances.getOrDefault(table, 0);
  }

  /** Says how many neighbours of a table are not drawn. */
  int hidden(TableName table) {
    return (int) neighbours(table).stream().filter(one -> !distances.containsKey(one)).count();
  }

  /** Says whether more neighbours of a table are drawn when it is expanded. */
  boolean mayExpand(TableName table) {
    return distances.size() < most && !request.isExpanded(table) && hidden(table) > 0;
  }

  /** Says how many neighbours of the focus have been there, from the first part to this one. */
  int end() {
    return Math.min(request.from() + part(focus).size(), neighbours(focus).size());
  }

  /** Says how many neighbours the focus has. */
  int total() {
    return neighbours(focus).size();
  }
}
