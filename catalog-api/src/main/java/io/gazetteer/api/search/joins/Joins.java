package io.gazetteer.api.search.joins;

import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.schema.formats.SqlNames;
import io.gazetteer.api.search.joins.DescribedTables.Place;
import io.gazetteer.api.search.joins.JoinAnswer.JoinPath;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.common.relation.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds how two tables of one data source are joined. Thread safe. */
@Component
public final class Joins {
  private final DescribedTables tables;
  private final JoinGraphs graphs;
  private final LikelyNeighbours neighbours;
  private final DataSourceDirectory sources;

  Joins(
      DescribedTables tables,
      JoinGraphs graphs,
      LikelyNeighbours neighbours,
      DataSourceDirectory sources) {
    this.sources = sources;
    this.tables = tables;
    this.graphs = graphs;
    this.neighbours = neighbours;
  }

  /**
   * Finds the shortest paths; when no declared keys join the tables, a likely one over what columns
   * are called.
   *
   * @param dataSourceIds those to look in; none for all
   * @throws NotFoundException when no data source has both tables
   */
  public JoinAnswer between(String from, String to, List<String> dataSourceIds) {
    var starts = found(from, dataSourceIds);
    var ends = found(to, dataSourceIds);
    for (Place start : starts) {
      for (Place end : ends) {
        if (start.dataSourceId().equals(end.dataSourceId()) && !start.equals(end)) {
          return between(start, end);
        }
      }
    }
    throw new NotFoundException("No database has both tables, " + from + " and " + to);
  }

  /**
   * Finds the shortest paths from a table to another one of the same data source.
   *
   * @param to {@code schema.name}, or the name alone
   * @throws NotFoundException when there is no such other table
   */
  public JoinAnswer between(UUID dataSourceId, TableName from, String to) {
    var start = new Place(dataSourceId, from.schema(), from.table());
    return found(to, List.of(dataSourceId.toString())).stream()
        .filter(end -> !end.equals(start))
        .findFirst()
        .map(end -> between(start, end))
        .orElseThrow(() -> new NotFoundException("No other table is called " + to));
  }

  private List<Place> found(String text, List<String> dataSourceIds) {
    var found = tables.named(text, dataSourceIds);
    if (found.isEmpty()) {
      throw new NotFoundException("No table is called " + text);
    }
    return found;
  }

  private JoinAnswer between(Place from, Place to) {
    var id = from.dataSourceId();
    var shortest = graphs.of(id).shortest(from.table(), to.table());
    if (!shortest.isEmpty()) {
      var all = new LinkedHashSet<TableName>();
      shortest.forEach(all::addAll);
      var steps = steps(id, all);
      // A crawl may have removed a key since the graph was read.
      var declared = shortest.stream().flatMap(path -> steps.find(path).stream()).toList();
      if (!declared.isEmpty()) {
        return new JoinAnswer(from.path(), to.path(), declared, false);
      }
    }
    var paths = inferred(from, to).map(List::of).orElse(List.of());
    return new JoinAnswer(from.path(), to.path(), paths, true);
  }

  /** A direct join, or one over a table that both may be joined with. */
  private Optional<JoinPath> inferred(Place from, Place to) {
    var id = from.dataSourceId();
    var ends = List.of(from.table(), to.table());
    var alone = steps(id, ends);
    var direct = alone.inferred(from.table(), to.table());
    if (direct.isPresent()) {
      return direct.map(step -> alone.path(ends, List.of(step)));
    }
    var between = neighbours.of(from);
    between.retainAll(neighbours.of(to));
    ends.forEach(between::remove);
    var all = new ArrayList<>(ends);
    all.addAll(between);
    var steps = steps(id, all);
    return between.stream()
        .flatMap(
            middle ->
                steps.inferred(from.table(), middle).stream()
                    .flatMap(
                        first ->
                            steps.inferred(middle, to.table()).stream()
                                .map(
                                    second ->
                                        steps.path(
                                            List.of(from.table(), middle, to.table()),
                                            List.of(first, second)))))
        .findFirst();
  }

  private JoinSteps steps(UUID dataSourceId, Collection<TableName> names) {
    return new JoinSteps(
        tables.read(dataSourceId, names),
        sources
            .now()
            .find(dataSourceId.toString())
            .map(source -> SqlNames.of(source.dbType()))
            .orElseThrow(() -> new NotFoundException("There is no such data source")));
  }
}
