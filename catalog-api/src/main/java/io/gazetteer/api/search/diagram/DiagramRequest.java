package io.gazetteer.api.search.diagram;

import io.gazetteer.api.search.joins.JoinGraph;
import io.gazetteer.common.relation.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what is to be drawn of a data source.
 *
 * @param focus the table whose neighbourhood it is; null for the groups of tables
 * @param schema the schema whose groups are drawn; null for the schemas themselves
 * @param depth how many keys away from the focus tables may be
 * @param expanded tables with more neighbours than usual, as {@code schema.table}
 * @param from how many neighbours of the focus, or groups, are left out before
 * @param allColumns whether columns are drawn that belong to no key
 */
public record DiagramRequest(
    @Nullable TableName focus,
    @Nullable String schema,
    int depth,
    List<String> expanded,
    int from,
    boolean allColumns) {
  public static final int MOST_DEPTH = 3;
  public static final int MOST_EXPANDED = 20;
  public static final int MOST_FROM = 1_000_000;

  public DiagramRequest {
    expanded = List.copyOf(expanded);
  }

  boolean isExpanded(TableName table) {
    return expanded.contains(table.path());
  }

  /** Returns the same request without what the data source has not, and so draws nothing else. */
  DiagramRequest within(JoinGraph graph) {
    return new DiagramRequest(
        focus,
        schema,
        depth,
        expanded.stream().filter(graph::has).distinct().sorted().toList(),
        Math.min(from, graph.tables().size()),
        allColumns);
  }

  /** Asks for the tables around one, as they are drawn at first. */
  public static DiagramRequest around(TableName focus, int depth) {
    return new DiagramRequest(focus, null, depth, List.of(), 0, false);
  }
}
