package io.gazetteer.api.search.joins;

import io.gazetteer.api.schema.formats.DescribedTable;
import io.gazetteer.common.index.DocumentIds;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.Queries;
import io.gazetteer.common.relation.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads tables with their columns and keys, and which tables there are of a name. Thread safe. */
@Component
public final class DescribedTables {
  private static final int MOST = 100;

  /** No database has longer names, or more dots in them. */
  private static final int LONGEST_NAME = 600;

  private static final int MOST_DOTS = 16;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final IndexServer server;

  DescribedTables(IndexServer server) {
    this.server = server;
  }

  /** A table of a data source. */
  public record Place(UUID dataSourceId, String schema, String name) {
    /** Returns schema and name. */
    public String path() {
      return table().path();
    }

    /** Returns the table without its data source. */
    public TableName table() {
      return new TableName(schema, name);
    }
  }

  /**
   * The tables of a name, in any case; none of one that is longer than 600 characters or has more
   * than 16 dots.
   *
   * @param text {@code schema.name}, or the name alone
   * @param dataSourceIds those to look in; none for all
   */
  public List<Place> named(String text, List<String> dataSourceIds) {
    if (text.length() > LONGEST_NAME || text.chars().filter(c -> c == '.').count() > MOST_DOTS) {
      return List.of();
    }
    var ways = new ArrayList<JsonNode>();
    ways.add(Queries.termInAnyCase(Fields.NAME, text));
    // Schemas and tables may have dots in their names, so that each may be the one.
    for (int dot = text.indexOf('.'); dot > 0; dot = text.indexOf('.', dot + 1)) {
      ways.add(
          Queries.allOf(
              List.of(
                  Queries.termInAnyCase(Fields.SCHEMA, text.substring(0, dot)),
                  Queries.termInAnyCase(Fields.NAME, text.substring(dot + 1)))));
    }
    var filters = new ArrayList<JsonNode>();
    filters.add(Queries.anyOf(ways));
    if (!dataSourceIds.isEmpty()) {
      filters.add(Queries.terms(Fields.DATA_SOURCE_ID, dataSourceIds));
    }
    return search(Queries.allOf(filters), Fields.NAME).stream()
        .map(
            hit ->
                new Place(
                    UUID.fromString(hit.path(Fields.DATA_SOURCE_ID).asString()),
                    hit.path(Fields.SCHEMA).asString(),
                    hit.path(Fields.NAME).asString()))
        .toList();
  }

  /** Reads tables of one data source, at most a hundred; those that are gone are not there. */
  Map<TableName, DescribedTable> read(UUID dataSourceId, Collection<TableName> names) {
    var ids = Queries.object();
    var values = ids.putObject("ids").putArray("values");
    names.stream()
        .limit(MOST)
        .forEach(name -> values.add(DocumentIds.table(dataSourceId, name.schema(), name.table())));
    var read = new HashMap<TableName, DescribedTable>();
    for (JsonNode hit : search(ids, Fields.DESCRIPTION)) {
      var table = DescribedTable.of(hit.path(Fields.DESCRIPTION));
      read.put(table.name(), table);
    }
    return read;
  }

  private List<JsonNode> search(JsonNode query, String field) {
    var body = JSON.createObjectNode();
    body.put("size", MOST).put("track_total_hits", false).put("timeout", "5s");
    body.set("query", query);
    body.putObject("_source")
        .putArray("includes")
        .add(Fields.DATA_SOURCE_ID)
        .add(Fields.SCHEMA)
        .add(Fields.NAME)
        .add(field);
    return server
        .post(
            "/" + IndexAlias.TABLES.alias() + "/_search",
            Map.of("filter_path", "hits.hits._source"),
            body)
        .at("/hits/hits")
        .valueStream()
        .map(hit -> hit.path("_source"))
        .toList();
  }
}
