package io.gazetteer.api.search.joins;

import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.Queries;
import io.gazetteer.common.relation.TableName;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Finds the partitions of tables, some at a time. Thread safe. */
@Component
public final class TablePartitions {
  /** Elasticsearch counts no further. */
  private static final int DEEPEST = 10_000;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final IndexServer server;

  TablePartitions(IndexServer server) {
    this.server = server;
  }

  /**
   * Holds some of the partitions, in the order of schema and name.
   *
   * @param total how many there are in all
   */
  public record Part(List<TableName> tables, int total) {
    public static final Part NONE = new Part(List.of(), 0);

    public Part {
      tables = List.copyOf(tables);
    }
  }

  /** Finds some partitions of a table, after the first ones. */
  public Part find(UUID dataSourceId, TableName table, int from, int limit) {
    if (from + limit > DEEPEST) {
      return Part.NONE;
    }
    var body = JSON.createObjectNode();
    body.put("from", from).put("size", limit).put("track_total_hits", true).put("timeout", "5s");
    body.put("_source", false);
    body.set(
        "query",
        Queries.allOf(
            List.of(
                Queries.term(Fields.DATA_SOURCE_ID, dataSourceId.toString()),
                Queries.term(Fields.PARTITION_OF, table.path()))));
    body.putArray("docvalue_fields").add(Fields.SCHEMA).add(Fields.NAME);
    body.putArray("sort").add(Fields.SCHEMA).add(Fields.NAME);
    var hits =
        server
            .post(
                "/" + IndexAlias.TABLES.alias() + "/_search",
                Map.of(
                    "routing",
                    dataSourceId.toString(),
                    "filter_path",
                    "hits.total.value,hits.hits.fields"),
                body)
            .path("hits");
    return new Part(
        hits.path("hits")
            .valueStream()
            .map(hit -> hit.path("fields"))
            .map(
                fields ->
                    new TableName(
                        fields.path(Fields.SCHEMA).path(0).asString(""),
                        fields.path(Fields.NAME).path(0).asString("")))
            .toList(),
        hits.at("/total/value").asInt(0));
  }
}
