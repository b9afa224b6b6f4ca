package io.gazetteer.api.search.diagram;

import io.gazetteer.api.schema.formats.DescribedTable;
import io.gazetteer.api.schema.formats.DescribedTable.TableColumn;
import io.gazetteer.api.search.diagram.Diagram.Box;
import io.gazetteer.api.search.diagram.Diagram.Chip;
import io.gazetteer.api.search.diagram.Diagram.Line;
import io.gazetteer.api.search.diagram.Diagram.Row;
import io.gazetteer.api.search.joins.KeyLink;
import io.gazetteer.common.relation.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Makes the boxes and lines of a neighbourhood. */
final class TableBoxes {
  /** More rows make no picture; the table's page has them all. */
  static final int MOST_ROWS = 40;

  private final DiagramRequest request;
  private final Neighbourhood neighbourhood;
  private final List<KeyLink> links;
  private final List<Box> boxes = new ArrayList<>();
  private final Map<TableName, Integer> numbers = new HashMap<>();

  /** The rows that lines end at, by table and column. */
  private final Map<TableName, Map<String, Integer>> rows = new HashMap<>();

  TableBoxes(
      DiagramRequest request,
      Neighbourhood neighbourhood,
      Map<TableName, DescribedTable> tables,
      List<KeyLink> links) {
    this.request = request;
    this.neighbourhood = neighbourhood;
    this.links = links;
    for (TableName name : neighbourhood.tables()) {
      var table = tables.get(name);
      if (table != null) {
        numbers.put(name, boxes.size());
        boxes.add(box(table));
      }
    }
  }

  List<Box> boxes() {
    return boxes;
  }

  List<Line> lines() {
    return links.stream()
        .map(
            link ->
                new Line(
                    Objects.requireNonNull(numbers.get(link.from())),
                    row(link.from(), link.columns()),
                    Objects.requireNonNull(numbers.get(link.to())),
                    row(link.to(), link.toColumns()),
                    link.declared(),
                    link.single(),
                    "%s → %s: %s"
                        .formatted(
                            columns(link.from(), link.columns()),
                            columns(link.to(), link.toColumns()),
                            link.evidence())))
        .toList();
  }

  static String columns(TableName table, List<String> columns) {
    return table.path() + " (" + String.join(", ", columns) + ")";
  }

  private int row(TableName table, List<String> columns) {
    var known = rows.getOrDefault(table, Map.of());
    return columns.isEmpty() ? -1 : known.getOrDefault(columns.getFirst(), -1);
  }

  private Box box(DescribedTable table) {
    var name = table.name();
    var focused = name.equals(request.focus());
    var kind = table.kind().replace('_', ' ');
    var said = table.comment().isEmpty() ? "" : ": " + table.comment();
    return new Box(
        name.table(),
        kind.equals("table") ? name.schema() : name.schema() + " · " + kind,
        name.path() + ", " + kind + said,
        focused ? new DiagramTarget.TablePage(name) : new DiagramTarget.Focus(name),
        focused,
        rows(table),
        chips(name, focused));
  }

  private List<Row> rows(DescribedTable table) {
    var linked = new HashSet<>(table.primaryKey());
    linked.addAll(table.referring());
    for (KeyLink link : links) {
      if (link.from().equals(table.name())) {
        linked.addAll(link.columns());
      }
      if (link.to().equals(table.name())) {
        linked.addAll(link.toColumns());
      }
    }
    var shown = shown(table, linked);
    var primary = Set.copyOf(table.primaryKey());
    var referring = referring(table);
    var drawn = new ArrayList<Row>();
    var places = new HashMap<String, Integer>();
    for (TableColumn column : shown) {
      places.put(column.name(), drawn.size());
      drawn.add(row(column, primary.contains(column.name()), referring.contains(column.name())));
    }
    rows.put(table.name(), places);
    int more = table.columns().size() - shown.size();
    if (request.allColumns() && more > 0) {
      drawn.add(new Row("", "and " + more + " more", "", more + " more columns"));
    }
    return drawn;
  }

  /** Columns in their order; when they are too many, those of keys are there rather than others. */
  private List<TableColumn> shown(DescribedTable table, Set<String> linked) {
    var keys = table.columns().stream().filter(column -> linked.contains(column.name())).toList();
    if (!request.allColumns() || keys.size() >= MOST_ROWS) {
      return keys.subList(0, Math.min(keys.size(), MOST_ROWS));
    }
    int others = MOST_ROWS - keys.size();
    var shown = new ArrayList<TableColumn>();
    for (TableColumn column : table.columns()) {
      if (linked.contains(column.name()) || others-- > 0) {
        shown.add(column);
      }
    }
    return shown;
  }

  /** The columns that refer to others, by declared keys and inferred ones. */
  private Set<String> referring(DescribedTable table) {
    var referring = new HashSet<>(table.referring());
    links.stream()
        .filter(link -> link.from().equals(table.name()))
        .forEach(link -> referring.addAll(link.columns()));
    return referring;
  }

  private static Row row(TableColumn column, boolean primary, boolean referring) {
    var mark = primary ? "PK" : referring ? "FK" : "";
    var facts = new ArrayList<>(List.of(column.name() + ": " + column.type()));
    if (primary) {
      facts.add("primary key");
    }
    if (referring) {
      facts.add("foreign key");
    }
    if (!column.isNullable()) {
      facts.add("not null");
    }
    return new Row(mark, column.name(), column.type(), String.join(", ", facts));
  }

  private List<Chip> chips(TableName name, boolean focused) {
    var chips = new ArrayList<Chip>();
    if (!focused) {
      chips.add(new Chip("↗", "The page of " + name.path(), new DiagramTarget.TablePage(name)));
    }
    if (request.isExpanded(name)) {
      chips.add(
          new Chip("−", "Fold the neighbours of " + name.path(), new DiagramTarget.Fold(name)));
    }
    int hidden = neighbourhood.hidden(name);
    if (hidden > 0) {
      var more = "+" + hidden;
      var tooltip = hidden + " more tables that keys link with " + name.path();
      if (neighbourhood.mayExpand(name)) {
        chips.add(new Chip(more, tooltip, new DiagramTarget.Expand(name)));
      } else if (!focused) {
        chips.add(new Chip(more, tooltip, new DiagramTarget.Focus(name)));
      } else {
        chips.add(new Chip(more, tooltip, new DiagramTarget.Part(nextPart())));
      }
    }
    return chips;
  }

  private int nextPart() {
    int end = neighbourhood.end();
    return end >= neighbourhood.total() ? 0 : end;
  }
}
