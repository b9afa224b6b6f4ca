package io.gazetteer.api.schema.tables;

import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.Queries;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says which table documents are meant: those of one data source that fit every clause.
 *
 * @param clauses in Elasticsearch's query language
 */
public record TableFilter(UUID dataSourceId, List<JsonNode> clauses) {
  public static TableFilter of(UUID dataSourceId) {
    return new TableFilter(
        dataSourceId, List.of(Queries.term(Fields.DATA_SOURCE_ID, dataSourceId.toString())));
  }

  public TableFilter with(JsonNode clause) {
    return new TableFilter(
        dataSourceId, Stream.concat(clauses.stream(), Stream.of(clause)).toList());
  }

  /** All documents of a data source are on the shard of this routing value. */
  String routing() {
    return dataSourceId.toString();
  }

  ObjectNode query() {
    return Queries.allOf(clauses);
  }
}
