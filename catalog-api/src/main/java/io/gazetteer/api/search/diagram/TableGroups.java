package io.gazetteer.api.search.diagram;

import io.gazetteer.api.search.joins.JoinGraph;
import io.gazetteer.common.relation.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Groups the tables of a data source: by schemas, and within one by the keys that link them. */
final class TableGroups {
  private TableGroups() {}

  /**
   * Counts a schema.
   *
   * @param groups how many groups of linked tables there are in it
   * @param links the schemas that keys link it with, with the number of pairs of tables
   */
  record SchemaGroup(String name, int tables, int groups, Map<String, Integer> links) {
    SchemaGroup {
      links = new TreeMap<>(links);
    }
  }

  /**
   * Holds tables that keys link.
   *
   * @param middle the one with most neighbours
   * @param tables all of them, those with most neighbours first
   */
  record LinkedGroup(TableName middle, List<TableName> tables) {
    LinkedGroup {
      tables = List.copyOf(tables);
    }
  }

  /**
   * Holds the groups of a schema, the largest first, and the tables that nothing is linked with.
   */
  record Schema(List<LinkedGroup> groups, List<TableName> alone) {
    Schema {
      groups = List.copyOf(groups);
      alone = List.copyOf(alone);
    }
  }

  /** Returns the schemas, those with most tables first. */
  static List<SchemaGroup> schemas(JoinGraph graph) {
    var bySchema = new HashMap<String, List<TableName>>();
    for (TableName table : graph.tables()) {
      bySchema.computeIfAbsent(table.schema(), none -> new ArrayList<>()).add(table);
    }
    return bySchema.entrySet().stream()
        .map(
            entry ->
                new SchemaGroup(
                    entry.getKey(),
                    entry.getValue().size(),
                    of(graph, entry.getValue()).groups().size(),
                    links(graph, entry.getKey(), entry.getValue())))
        .sorted(
            Comparator.comparingInt(SchemaGroup::tables)
                .reversed()
                .thenComparing(SchemaGroup::name))
        .toList();
  }

  private static Map<String, Integer> links(
      JoinGraph graph, String schema, List<TableName> tables) {
    var links = new HashMap<String, Integer>();
    for (TableName table : tables) {
      for (TableName other : graph.neighbours(table)) {
        if (!other.schema().equals(schema)) {
          links.merge(other.schema(), 1, Integer::sum);
        }
      }
    }
    return links;
  }

  /** Returns the groups of a schema. */
  static Schema of(JoinGraph graph, String schema) {
    return of(
        graph, graph.tables().stream().filter(table -> table.schema().equals(schema)).toList());
  }

  private static Schema of(JoinGraph graph, List<TableName> tables) {
    var left = new LinkedHashSet<>(tables);
    var groups = new ArrayList<LinkedGroup>();
    var alone = new ArrayList<TableName>();
    var order =
        Comparator.<TableName>comparingInt(graph::degree).reversed().thenComparing(TableName::path);
    while (!left.isEmpty()) {
      var group = linked(graph, left.getFirst(), left);
      group.sort(order);
      if (group.size() == 1) {
        alone.add(group.getFirst());
      } else {
        groups.add(new LinkedGroup(group.getFirst(), group));
      }
    }
    alone.sort(Comparator.comparing(TableName::path));
    groups.sort(
        Comparator.<LinkedGroup>comparingInt(group -> group.tables().size())
            .reversed()
            .thenComparing(group -> group.middle().path()));
    return new Schema(groups, alone);
  }

  /** Takes the tables out that a table is linked with, over any number of keys. */
  private static List<TableName> linked(JoinGraph graph, TableName start, Set<TableName> left) {
    var group = new ArrayList<TableName>();
    var queue = new ArrayDeque<>(List.of(start));
    var seen = new HashSet<>(List.of(start));
    while (!queue.isEmpty()) {
      var table = queue.remove();
      left.remove(table);
      group.add(table);
      for (TableName other : graph.neighbours(table)) {
        if (left.contains(other) && seen.add(other)) {
          queue.add(other);
        }
      }
    }
    return group;
  }
}
