package io.gazetteer.api.search.joins;

import io.gazetteer.api.search.joins.JoinAnswer.JoinPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Says how tables that were found together are joined by declared keys. Thread safe. */
@Component
public final class FoundJoins {
  /** Longer ways say nothing about a question any more. */
  private static final int MOST_TABLES = 4;

  private final DescribedTables tables;
  private final JoinGraphs graphs;

  FoundJoins(DescribedTables tables, JoinGraphs graphs) {
    this.tables = tables;
    this.graphs = graphs;
  }

  /**
   * How two tables are joined.
   *
   * @param tables from the first to the last
   * @param join the SQL text behind FROM
   */
  public record Join(List<String> tables, String join) {
    public Join {
      tables = List.copyOf(tables);
    }
  }

  /**
   * Finds how a table is joined with others of its data source.
   *
   * @param others those that no keys join with it are left out
   */
  public List<Join> between(UUID dataSourceId, String table, List<String> others) {
    var graph = graphs.of(dataSourceId);
    var paths =
        others.stream()
            .flatMap(other -> graph.shortest(table, other).stream().limit(1))
            .filter(path -> path.size() <= MOST_TABLES)
            .toList();
    if (paths.isEmpty()) {
      return List.of();
    }
    var all = new LinkedHashSet<String>();
    paths.forEach(all::addAll);
    var steps = new JoinSteps(tables.of(dataSourceId, all));
    var joins = new ArrayList<Join>();
    for (var path : paths) {
      steps.find(path).map(FoundJoins::join).ifPresent(joins::add);
    }
    return joins;
  }

  private static Join join(JoinPath path) {
    return new Join(path.tables(), path.join());
  }
}
