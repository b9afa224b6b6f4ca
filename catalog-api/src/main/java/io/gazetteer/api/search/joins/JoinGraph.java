package io.gazetteer.api.search.joins;

import static java.util.Objects.requireNonNull;

import io.gazetteer.common.relation.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables of one data source and which of them foreign keys join, in either direction. A table
 * takes some hundred bytes. Immutable.
 */
public final class JoinGraph {
  private static final int MOST_PATHS = 3;

  /** Nobody joins so many tables to learn something. */
  private static final int MOST_STEPS = 30;

  private final List<TableName> names;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int[][] neighbours;

  /**
   * @param references the tables that each one has foreign keys to, as {@code schema.name}
   */
  public JoinGraph(Map<TableName, List<String>> references) {
    names = List.copyOf(references.keySet());
    for (TableName table : names) {
      numbers.put(table.path(), numbers.size());
    }
    var joined = new ArrayList<List<Integer>>();
    names.forEach(table -> joined.add(new ArrayList<>()));
    references.forEach(
        (table, others) -> {
          int from = requireNonNull(numbers.get(table.path()));
          for (String other : others) {
            var to = numbers.get(other);
            if (to != null && to != from) {
              joined.get(from).add(to);
              joined.get(to).add(from);
            }
          }
        });
    neighbours =
        joined.stream()
            .map(list -> list.stream().distinct().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  int size() {
    return names.size();
  }

  /** Says whether there is a table, by {@code schema.name}. */
  public boolean has(String path) {
    return numbers.containsKey(path);
  }

  /** Returns all tables. */
  public List<TableName> tables() {
    return names;
  }

  /** Returns the tables that keys join with this one, each once, without itself. */
  public List<TableName> neighbours(TableName table) {
    var number = numbers.get(table.path());
    return number == null
        ? List.of()
        : Arrays.stream(neighbours[number]).mapToObj(names::get).toList();
  }

  /** Returns with how many tables keys join this one. */
  public int degree(TableName table) {
    var number = numbers.get(table.path());
    return number == null ? 0 : neighbours[number].length;
  }

  /** The shortest paths between two tables, at most three; none over more than 30 keys. */
  List<List<TableName>> shortest(TableName from, TableName to) {
    var start = numbers.get(from.path());
    var end = numbers.get(to.path());
    if (start == null || end == null || start.equals(end)) {
      return List.of();
    }
    var distances = distances(end);
    if (distances[start] < 0 || distances[start] > MOST_STEPS) {
      return List.of();
    }
    var paths = new ArrayList<List<TableName>>();
    walk(start, end, distances, new ArrayList<>(List.of(names.get(start))), paths);
    return paths;
  }

  private int[] distances(int end) {
    var distances = new int[names.size()];
    Arrays.fill(distances, -1);
    distances[end] = 0;
    var queue = new ArrayDeque<Integer>();
    queue.add(end);
    while (!queue.isEmpty()) {
      int at = queue.poll();
      for (int next : neighbours[at]) {
        if (distances[next] < 0) {
          distances[next] = distances[at] + 1;
          queue.add(next);
        }
      }
    }
    return distances;
  }

  /** Goes on only where the end comes nearer, so that each walk ends there. */
  private void walk(
      int at, int end, int[] distances, List<TableName> path, List<List<TableName>> paths) {
    if (at == end) {
      paths.add(Collections.unmodifiableList(new ArrayList<>(path)));
      return;
    }
    for (int next : neighbours[at]) {
      if (distances[next] == distances[at] - 1 && paths.size() < MOST_PATHS) {
        path.add(names.get(next));
        walk(next, end, distances, path, paths);
        path.removeLast();
      }
    }
  }
}
