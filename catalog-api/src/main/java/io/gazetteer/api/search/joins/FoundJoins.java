package io.gazetteer.api.search.joins;

import io.gazetteer.api.schema.formats.SqlNames;
import io.gazetteer.common.relation.TableName;
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
  public record Join(List<TableName> tables, String join) {
    public Join {
      tables = List.copyOf(tables);
    }
  }

  /**
   * Finds how a table is joined with others of its data source.
   *
   * @param names writes the names as the database reads them
   * @param others those that no keys join with it are left out
   */
  public List<Join> between(
      UUID dataSourceId, SqlNames names, TableName table, List<TableName> others) {
    var graph = graphs.of(dataSourceId);
    var paths =
        others.stream()
            .flatMap(other -> graph.shortest(table, other).stream().limit(1))
            .filter(path -> path.size() <= MOST_TABLES)
            .toList();
    if (paths.isEmpty()) {
      return List.of();
    }
    var all = new LinkedHashSet<TableName>();
    paths.forEach(all::addAll);
    var steps = new JoinSteps(tables.read(dataSourceId, all), names);
    var joins = new ArrayList<Join>();
    for (var path : paths) {
      steps.find(path).map(found -> new Join(path, found.join())).ifPresent(joins::add);
    }
    return joins;
  }
}
