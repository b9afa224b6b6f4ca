package io.gazetteer.api.schema;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads single tables, in the shape of the API. Thread safe. */
@Component
public final class CatalogTables {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final TableLookup lookup;

  CatalogTables(TableLookup lookup) {
    this.lookup = lookup;
  }

  /** Finds a table by its schema and name, the best fit when several differ in case only. */
  public Optional<JsonNode> find(UUID dataSourceId, String schema, String name) {
    return lookup
        .find(TableFilter.of(dataSourceId), schema, name)
        .map(found -> json(found.first().getFirst()));
  }

  /** Finds the first tables of a name, in whatever schemas. */
  public List<JsonNode> find(UUID dataSourceId, String name) {
    return lookup
        .find(TableFilter.of(dataSourceId), null, name)
        .map(found -> found.first().stream().map(CatalogTables::json).toList())
        .orElse(List.of());
  }

  private static JsonNode json(TableDocument document) {
    var bytes = new ByteArrayOutputStream();
    try {
      document.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return JSON.readTree(bytes.toByteArray());
  }
}
