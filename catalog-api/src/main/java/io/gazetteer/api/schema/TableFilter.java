package io.gazetteer.api.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which table documents are meant: those of one data source with these exact field values.
 *
 * @param terms field names and values
 */
record TableFilter(UUID dataSourceId, Map<String, String> terms) {
  static TableFilter of(UUID dataSourceId) {
    return new TableFilter(dataSourceId, Map.of("data_source_id", dataSourceId.toString()));
  }

  TableFilter with(String field, String value) {
    var more = new LinkedHashMap<>(terms);
    more.put(field, value);
    return new TableFilter(dataSourceId, more);
  }

  /** All documents of a data source are on the shard of this routing value. */
  String routing() {
    return dataSourceId.toString();
  }

  ObjectNode query() {
    var query = JsonMapper.shared().createObjectNode();
    var filters = query.putObject("bool").putArray("filter");
    terms.forEach((field, value) -> filters.addObject().putObject("term").put(field, value));
    return query;
  }
}
