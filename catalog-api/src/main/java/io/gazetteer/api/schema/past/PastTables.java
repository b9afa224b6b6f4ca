package io.gazetteer.api.schema.past;

import io.gazetteer.api.crawls.changes.SchemaChange;
import io.gazetteer.api.crawls.changes.SchemaChanges;
import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.schema.tables.CatalogTables;
import io.gazetteer.common.catalog.DataSources;
import io.gazetteer.common.relation.TableName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Tells what tables were at a time. Thread safe. */
@Component
public final class PastTables {
  private final CatalogTables tables;
  private final SchemaChanges changes;
  private final DataSources dataSources;

  PastTables(CatalogTables tables, SchemaChanges changes, DataSources dataSources) {
    this.tables = tables;
    this.changes = changes;
    this.dataSources = dataSources;
  }

  /**
   * Returns a table as crawls knew it at a time.
   *
   * @throws NotFoundException when it was not there then, or the history does not say what it was
   */
  public JsonNode find(UUID dataSourceId, String schema, String name, Instant at) {
    requireHistory(dataSourceId, at);
    var now = tables.find(dataSourceId, schema, name);
    var table =
        now.map(found -> new TableName(text(found, "schema"), text(found, "name")))
            .orElse(new TableName(schema, name));
    var since = changes.since(dataSourceId, at, List.of(table));
    refuseUnknown(since);
    return now.flatMap(found -> PastTable.of(found, since))
        .orElseThrow(() -> new NotFoundException("The database had no such table then"));
  }

  /**
   * Requires that the history reaches back to a time.
   *
   * @throws NotFoundException when it does not, or there is no such data source
   */
  public void requireHistory(UUID dataSourceId, Instant at) {
    var source =
        dataSources
            .find(dataSourceId)
            .orElseThrow(() -> new NotFoundException("There is no such data source"));
    if (at.isBefore(source.createdAt())) {
      throw new NotFoundException("The history begins at " + source.createdAt());
    }
  }

  /** What a removed table was is told by nobody. */
  private static void refuseUnknown(List<SchemaChange> since) {
    since.stream()
        .filter(change -> change.change().equals("table_removed"))
        .findFirst()
        .ifPresent(
            removed -> {
              throw new NotFoundException(
                  "The table was removed at %s, and what it was before is not kept"
                      .formatted(removed.at()));
            });
  }

  /**
   * Returns tables as they were at a time, by their paths; those that the history does not tell are
   * left out.
   *
   * @param at null for now
   */
  public Map<String, JsonNode> all(
      UUID dataSourceId, Collection<TableName> names, @Nullable Instant at) {
    var now = tables.all(dataSourceId, names);
    if (at == null || names.isEmpty()) {
      return now;
    }
    var since = new HashMap<String, List<SchemaChange>>();
    changes
        .since(dataSourceId, at, names)
        .forEach(
            change ->
                since
                    .computeIfAbsent(
                        change.schema() + '.' + change.table(), none -> new ArrayList<>())
                    .add(change));
    var past = new HashMap<String, JsonNode>();
    now.forEach(
        (path, table) -> {
          var changed = since.getOrDefault(path, List.of());
          var was =
              changed.stream().anyMatch(change -> change.change().equals("table_removed"))
                  ? Optional.<JsonNode>empty()
                  : PastTable.of(table, changed);
          was.ifPresent(found -> past.put(path, found));
        });
    return past;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
