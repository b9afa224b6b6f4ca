package io.gazetteer.api.search.diagram;

import io.gazetteer.api.search.diagram.Diagram.Box;
import io.gazetteer.api.search.diagram.Diagram.Chip;
import io.gazetteer.api.search.diagram.Diagram.Group;
import io.gazetteer.api.search.diagram.Diagram.Line;
import io.gazetteer.api.search.diagram.Diagram.Row;
import io.gazetteer.api.search.diagram.TableGroups.LinkedGroup;
import io.gazetteer.api.search.diagram.TableGroups.SchemaGroup;
import io.gazetteer.api.search.joins.JoinGraph;
import io.gazetteer.common.relation.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws a database as groups of tables, each of which opens a diagram of its own. */
final class GroupBoxes {
  static final int AT_ONCE = 40;

  /** The names of tables that stand in the box of a group. */
  private static final int NAMED = 4;

  private final DiagramRequest request;

  GroupBoxes(DiagramRequest request) {
    this.request = request;
  }

  /** Draws the schemas; the groups of the schema when it is the only one. */
  Diagram schemas(String database, JoinGraph graph) {
    var schemas = TableGroups.schemas(graph);
    if (schemas.size() == 1) {
      return groups(schemas.getFirst().name(), graph);
    }
    var part = part(schemas);
    var numbers = new HashMap<String, Integer>();
    part.forEach(schema -> numbers.put(schema.name(), numbers.size()));
    return diagram(
        database,
        part.stream().map(GroupBoxes::schema).toList(),
        lines(part, numbers),
        part.stream()
            .map(schema -> new Group("schema", schema.name(), null, schema.tables()))
            .toList(),
        schemas.size());
  }

  private static Box schema(SchemaGroup schema) {
    return new Box(
        schema.name(),
        "schema",
        "The schema " + schema.name(),
        new DiagramTarget.Schema(schema.name()),
        false,
        List.of(
            row(count(schema.tables(), "table", "tables")),
            row(count(schema.groups(), "group of linked tables", "groups of linked tables"))),
        List.of(new Chip("≡", "A list of its tables", new DiagramTarget.Tables(schema.name()))));
  }

  private static List<Line> lines(List<SchemaGroup> part, Map<String, Integer> numbers) {
    var lines = new ArrayList<Line>();
    for (SchemaGroup schema : part) {
      schema
          .links()
          .forEach(
              (other, pairs) -> {
                var from = numbers.get(schema.name());
                var to = numbers.get(other);
                if (from != null && to != null && from < to) {
                  lines.add(
                      new Line(
                          from,
                          -1,
                          to,
                          -1,
                          true,
                          true,
                          "Keys link %s and %s: %s"
                              .formatted(
                                  schema.name(),
                                  other,
                                  count(pairs, "pair of tables", "pairs of tables"))));
                }
              });
    }
    return lines;
  }

  /** Draws the groups of linked tables of a schema, and those that stand alone as the last one. */
  Diagram groups(String schema, JoinGraph graph) {
    var all = TableGroups.of(graph, schema);
    var boxes = new ArrayList<Box>();
    var groups = new ArrayList<Group>();
    for (LinkedGroup group : all.groups()) {
      boxes.add(group(group));
      groups.add(new Group("linked", schema, group.middle(), group.tables().size()));
    }
    if (!all.alone().isEmpty()) {
      boxes.add(alone(schema, all.alone()));
      groups.add(new Group("alone", schema, null, all.alone().size()));
    }
    return diagram(schema, part(boxes), List.of(), part(groups), boxes.size());
  }

  private static Box group(LinkedGroup group) {
    var middle = group.middle();
    return new Box(
        middle.table(),
        "group of " + count(group.tables().size(), "table", "tables"),
        "The tables around " + middle.path(),
        new DiagramTarget.Focus(middle),
        false,
        named(group.tables().subList(1, group.tables().size())),
        List.of());
  }

  private static Box alone(String schema, List<TableName> alone) {
    return new Box(
        count(alone.size(), "table", "tables"),
        "no foreign key",
        "Tables that no declared foreign key links with others",
        new DiagramTarget.Tables(schema),
        false,
        named(alone),
        List.of());
  }

  private static List<Row> named(List<TableName> tables) {
    var rows = new ArrayList<Row>();
    tables.stream().limit(NAMED).forEach(table -> rows.add(row(table.table())));
    if (tables.size() > NAMED) {
      rows.add(row("and " + (tables.size() - NAMED) + " more"));
    }
    return rows;
  }

  private static Row row(String text) {
    return new Row("", text, "", text);
  }

  private <T> List<T> part(List<T> all) {
    int from = Math.min(request.from(), all.size());
    return all.subList(from, Math.min(all.size(), from + AT_ONCE));
  }

  private Diagram diagram(
      String title, List<Box> boxes, List<Line> lines, List<Group> groups, int total) {
    int end = request.from() + boxes.size();
    return new Diagram(
        title,
        request,
        boxes,
        lines,
        List.of(),
        groups,
        List.of(),
        end < total ? end : null,
        total);
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
