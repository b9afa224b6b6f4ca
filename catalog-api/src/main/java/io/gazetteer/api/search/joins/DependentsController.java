package io.gazetteer.api.search.joins;

import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.api.sources.WantedDataSources;
import io.gazetteer.api.web.input.Parameters;
import io.gazetteer.common.relation.TableName;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers which views read a table, and which partitions it has. */
@RestController
final class DependentsController {
  private static final int MOST = 1_000;

  private final DescribedTables tables;
  private final ReadingViews views;
  private final TablePartitions partitions;
  private final DataSourceDirectory sources;

  DependentsController(
      DescribedTables tables,
      ReadingViews views,
      TablePartitions partitions,
      DataSourceDirectory sources) {
    this.tables = tables;
    this.views = views;
    this.partitions = partitions;
    this.sources = sources;
  }

  /**
   * What depends on a table, each as {@code schema.name}, at most a thousand of a kind.
   *
   * @param id of the data source that has the table
   */
  record Dependents(
      UUID id,
      String table,
      List<String> views,
      int viewsTotal,
      List<String> partitions,
      int partitionsTotal) {}

  @GetMapping(path = "/api/dependents", produces = MediaType.APPLICATION_JSON_VALUE)
  Dependents dependents(Parameters parameters) {
    var name = parameters.text("table");
    var wanted = WantedDataSources.of(parameters);
    parameters.check();
    // All that are registered: documents of a deleted one may still be in the index.
    var ids = sources.now().matching(wanted::fits);
    var found = ids.isEmpty() ? List.<DescribedTables.Place>of() : tables.named(name, ids);
    var place =
        found.stream()
            .findFirst()
            .orElseThrow(() -> new NotFoundException("No table is called " + name));
    var readers = views.of(place.dataSourceId(), place.table());
    var parts = partitions.find(place.dataSourceId(), place.table(), 0, MOST);
    return new Dependents(
        place.dataSourceId(),
        place.path(),
        readers.stream().limit(MOST).map(TableName::path).toList(),
        readers.size(),
        parts.tables().stream().map(TableName::path).toList(),
        parts.total());
  }
}
