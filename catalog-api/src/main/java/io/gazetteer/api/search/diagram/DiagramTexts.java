package io.gazetteer.api.search.diagram;

import io.gazetteer.api.schema.formats.Dbml;
import io.gazetteer.api.schema.formats.DescribedTable;
import io.gazetteer.api.schema.formats.Mermaid;
import io.gazetteer.api.schema.formats.TableFormat;
import io.gazetteer.api.search.diagram.Diagram.DrawnTable;
import io.gazetteer.api.search.joins.KeyLink;
import io.gazetteer.common.relation.TableName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the tables of a diagram in the languages of other programs that draw. */
public final class DiagramTexts {
  private DiagramTexts() {}

  /** Writes all tables with all their columns; inferred keys say that they are. */
  public static String write(DiagramForm form, Diagram diagram) {
    TableFormat writer =
        switch (form) {
          case MERMAID -> new Mermaid();
          case DBML -> new Dbml();
          default -> throw new IllegalArgumentException(form + " is no text");
        };
    var tables = diagram.tables().stream().map(drawn -> withInferred(drawn, diagram)).toList();
    var present = tables.stream().map(DescribedTable::name).collect(Collectors.toSet());
    var out = new StringBuilder();
    try {
      writer.begin(out);
      for (int round = 0; round < writer.rounds(); round++) {
        for (DescribedTable table : tables) {
          writer.write(round, table, present, out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static DescribedTable withInferred(DrawnTable drawn, Diagram diagram) {
    var name = drawn.table().name();
    var links =
        diagram.links().stream()
            .filter(link -> !link.declared() && link.from().equals(name))
            .toList();
    return links.isEmpty() ? drawn.table() : with(links, drawn.table());
  }

  private static DescribedTable with(List<KeyLink> links, DescribedTable table) {
    var json = (ObjectNode) table.json().deepCopy();
    ArrayNode keys = json.withArrayProperty("foreign_keys");
    for (KeyLink link : links) {
      TableName target = link.to();
      var key = keys.addObject();
      link.columns().forEach(key.putArray("columns")::add);
      key.put("referenced_schema", target.schema()).put("referenced_table", target.table());
      link.toColumns().forEach(key.putArray("referenced_columns")::add);
      key.put("inferred", true);
    }
    return new DescribedTable(table.name(), json);
  }
}
