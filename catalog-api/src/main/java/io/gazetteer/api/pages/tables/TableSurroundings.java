package io.gazetteer.api.pages.tables;

import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.schema.caching.SchemaVersions;
import io.gazetteer.api.search.diagram.DiagramRequest;
import io.gazetteer.api.search.diagram.Diagrams;
import io.gazetteer.api.search.diagram.Drawing;
import io.gazetteer.api.search.joins.JoinAnswer;
import io.gazetteer.api.search.joins.Joins;
import io.gazetteer.api.search.joins.ReadingViews;
import io.gazetteer.api.search.joins.Referrers;
import io.gazetteer.api.search.joins.TablePartitions;
import io.gazetteer.api.search.occurrences.ColumnOccurrences;
import io.gazetteer.api.sources.DataSourceEntry;
import io.gazetteer.common.relation.TableName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what is around a table: neighbours, referring tables, paths. Thread safe. */
@Component
final class TableSurroundings {
  static final int AT_ONCE = 30;

  private final SchemaVersions versions;
  private final Diagrams diagrams;
  private final Referrers referrers;
  private final Joins joins;
  private final ColumnOccurrences occurrences;
  private final TablePartitions partitions;
  private final ReadingViews views;

  TableSurroundings(
      SchemaVersions versions,
      Diagrams diagrams,
      Referrers referrers,
      Joins joins,
      ColumnOccurrences occurrences,
      TablePartitions partitions,
      ReadingViews views) {
    this.partitions = partitions;
    this.views = views;
    this.versions = versions;
    this.diagrams = diagrams;
    this.referrers = referrers;
    this.joins = joins;
    this.occurrences = occurrences;
  }

  /**
   * Draws the neighbourhood; null when the table has no neighbour.
   *
   * @param depth how many keys away tables may be
   */
  @Nullable Drawing drawing(DataSourceEntry source, TableName table, int depth) {
    var subject =
        new Diagrams.Subject(source.id(), source.dbName(), versions.find(source.id()).name());
    try {
      var drawing = diagrams.draw(subject, DiagramRequest.around(table, depth));
      return drawing.diagram().lines().isEmpty() ? null : drawing;
    } catch (NotFoundException e) {
      // A crawl has removed it since the page was begun.
      return null;
    }
  }

  Referrers.Part referrers(DataSourceEntry source, TableName table, int from) {
    return referrers.find(source.id(), table, from, AT_ONCE);
  }

  /** Finds some of the partitions of a table, after the first ones. */
  TablePartitions.Part partitions(DataSourceEntry source, TableName table, int from) {
    return partitions.find(source.id(), table, from, AT_ONCE);
  }

  /** Finds the views that read a table. */
  List<TableName> readers(DataSourceEntry source, TableName table) {
    return views.of(source.id(), table);
  }

  /** Finds paths to another table; empty when there is no such table. */
  Optional<JoinAnswer> paths(DataSourceEntry source, TableName table, String to) {
    try {
      return Optional.of(joins.between(source.id(), table, to));
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  /** Counts the columns of these names in all databases, by name in lower case. */
  Map<String, Long> occurrences(Collection<String> names) {
    return occurrences.count(names);
  }
}
