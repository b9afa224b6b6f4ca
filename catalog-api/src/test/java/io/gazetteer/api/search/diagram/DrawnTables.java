package io.gazetteer.api.search.diagram;

import io.gazetteer.api.schema.formats.DescribedTable;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Describes small tables for drawings. */
final class DrawnTables {
  private final List<DescribedTable> tables = new ArrayList<>();

  /**
   * Adds a table of the schema {@code s}.
   *
   * @param columns the first one is the primary key; {@code a>t.b} refers to column b of t
   */
  DrawnTables add(String name, String... columns) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("schema", "s").put("name", name).put("kind", "table").put("comment", "");
    var listed = json.putArray("columns");
    var keys = json.putArray("foreign_keys");
    for (int i = 0; i < columns.length; i++) {
      var parts = columns[i].split(">(?=\\w+\\.\\w+$)", 2);
      listed
          .addObject()
          .put("name", parts[0])
          .put("data_type", "bigint")
          .put("nullable", i > 0)
          .put("primary_key", i == 0);
      if (parts.length > 1) {
        int dot = parts[1].indexOf('.');
        var key = keys.addObject();
        key.put("name", "fk_" + parts[0]);
        key.putArray("columns").add(parts[0]);
        key.put("referenced_schema", "s").put("referenced_table", parts[1].substring(0, dot));
        key.putArray("referenced_columns").add(parts[1].substring(dot + 1));
      }
    }
    json.putObject("primary_key").putArray("columns").add(columns[0]);
    tables.add(DescribedTable.of(json));
    return this;
  }

  List<DescribedTable> all() {
    return tables;
  }
}
