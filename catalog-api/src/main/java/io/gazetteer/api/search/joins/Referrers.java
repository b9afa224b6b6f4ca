package io.gazetteer.api.search.joins;

import io.gazetteer.api.schema.formats.DescribedTable;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.Queries;
import io.gazetteer.common.index.TableStems;
import io.gazetteer.common.relation.TableName;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Finds the tables whose foreign keys refer to a table. Thread safe. */
@Component
public final class Referrers {
  /** Elasticsearch goes no deeper. */
  private static final int DEEPEST = 10_000;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final IndexServer server;

  Referrers(IndexServer server) {
    this.server = server;
  }

  /**
   * Holds some of the tables, in the order of schema and name.
   *
   * @param total how many there are in all
   */
  public record Part(List<DescribedTable> tables, int total) {
    public Part {
      tables = List.copyOf(tables);
    }
  }

  /** Finds some tables other than itself that refer to a table, after the first ones. */
  public Part find(UUID dataSourceId, TableName table, int from, int limit) {
    if (from + limit > DEEPEST) {
      return new Part(List.of(), 0);
    }
    var body = JSON.createObjectNode();
    body.put("from", from).put("size", limit).put("track_total_hits", true).put("timeout", "5s");
    body.set(
        "query",
        Queries.allOf(
            List.of(
                Queries.term(Fields.DATA_SOURCE_ID, dataSourceId.toString()),
                Queries.not(Queries.term(Fields.KIND, "partition")),
                Queries.term(
                    Fields.REFERENCES, TableStems.qualified(table.schema(), table.table())))));
    body.putArray("sort").add(Fields.SCHEMA).add(Fields.NAME);
    body.putObject("_source")
        .putArray("includes")
        .add(Fields.DESCRIPTION + ".schema")
        .add(Fields.DESCRIPTION + ".name")
        .add(Fields.DESCRIPTION + ".foreign_keys");
    var hits =
        server
            .post(
                "/" + IndexAlias.TABLES.alias() + "/_search",
                Map.of(
                    "routing",
                    dataSourceId.toString(),
                    "filter_path",
                    "hits.total.value,hits.hits._source"),
                body)
            .path("hits");
    return new Part(
        hits.path("hits")
            .valueStream()
            .map(hit -> DescribedTable.of(hit.path("_source").path(Fields.DESCRIPTION)))
            .toList(),
        hits.at("/total/value").asInt(0));
  }
}
