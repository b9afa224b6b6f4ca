package io.gazetteer.api.schema.tables;

import io.gazetteer.common.index.DocumentIds;
import io.gazetteer.common.relation.TableName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads single tables, in the shape of the API. Thread safe. */
@Component
public final class CatalogTables {
  private final TableLookup lookup;
  private final TableIndex index;

  CatalogTables(TableLookup lookup, TableIndex index) {
    this.lookup = lookup;
    this.index = index;
  }

  /** Reads tables by their names, by {@code schema.name}; those that are not there are left out. */
  public Map<String, JsonNode> all(UUID dataSourceId, Collection<TableName> names) {
    if (names.isEmpty()) {
      return Map.of();
    }
    var references =
        names.stream()
            .map(
                name ->
                    new TableRef(
                        DocumentIds.table(dataSourceId, name.schema(), name.table()),
                        name.schema(),
                        name.table(),
                        0))
            .toList();
    var tables = new HashMap<String, JsonNode>();
    for (TableDocument document :
        TableDocuments.read(index.documents(TableFilter.of(dataSourceId), references))) {
      var table = document.json();
      tables.put(table.path("schema").asString("") + '.' + table.path("name").asString(""), table);
    }
    return tables;
  }

  /** Finds a table by its schema and name, the best fit when several differ in case only. */
  public Optional<JsonNode> find(UUID dataSourceId, String schema, String name) {
    return lookup
        .find(TableFilter.of(dataSourceId), schema, name)
        .map(found -> found.first().getFirst().json());
  }

  /** Finds the first tables of a name, in whatever schemas. */
  public List<JsonNode> find(UUID dataSourceId, String name) {
    return lookup
        .find(TableFilter.of(dataSourceId), null, name)
        .map(found -> found.first().stream().map(TableDocument::json).toList())
        .orElse(List.of());
  }
}
