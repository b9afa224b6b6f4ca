package io.gazetteer.api.search.diagram;

import io.gazetteer.api.schema.formats.DescribedTable;
import io.gazetteer.api.schema.formats.DescribedTable.TableColumn;
import io.gazetteer.api.search.diagram.Diagram.DrawnTable;
import io.gazetteer.api.search.joins.KeyLink;
import io.gazetteer.common.relation.TableName;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Holds a diagram as data.
 *
 * @param focus null when these are groups of tables
 * @param groups of tables; none when these are tables
 * @param nextFrom where the next part begins; null when this is the last
 * @param total how many neighbours of the focus, or groups, there are in all parts
 */
record DiagramAnswer(
    UUID dataSourceId,
    String dbName,
    @Nullable TableName focus,
    int depth,
    List<TableView> tables,
    List<KeyView> keys,
    List<Diagram.Group> groups,
    @Nullable Integer nextFrom,
    int total) {
  DiagramAnswer {
    tables = List.copyOf(tables);
    keys = List.copyOf(keys);
    groups = List.copyOf(groups);
  }

  /**
   * A table.
   *
   * @param distance how many keys it is away from the focus
   * @param hidden how many tables that keys link with it are not here
   */
  record TableView(
      String schema,
      String table,
      String kind,
      int distance,
      int hidden,
      List<ColumnView> columns) {
    TableView {
      columns = List.copyOf(columns);
    }
  }

  /** A column. */
  record ColumnView(String name, String dataType, boolean nullable, boolean primaryKey) {}

  /** A key, declared or inferred. */
  record KeyView(
      TableName from,
      List<String> columns,
      TableName to,
      List<String> toColumns,
      boolean declared,
      String evidence) {
    KeyView {
      columns = List.copyOf(columns);
      toColumns = List.copyOf(toColumns);
    }
  }

  static DiagramAnswer of(UUID dataSourceId, String dbName, Diagram diagram) {
    return new DiagramAnswer(
        dataSourceId,
        dbName,
        diagram.request().focus(),
        diagram.request().depth(),
        diagram.tables().stream().map(DiagramAnswer::view).toList(),
        diagram.links().stream().map(DiagramAnswer::view).toList(),
        diagram.groups(),
        diagram.next(),
        diagram.total());
  }

  private static TableView view(DrawnTable drawn) {
    var name = drawn.table().name();
    return new TableView(
        name.schema(),
        name.table(),
        drawn.table().kind(),
        drawn.distance(),
        drawn.hidden(),
        columns(drawn.table()));
  }

  private static List<ColumnView> columns(DescribedTable table) {
    var primary = table.primaryKey();
    return table.columns().stream()
        .map(
            (TableColumn column) ->
                new ColumnView(
                    column.name(),
                    column.type(),
                    column.isNullable(),
                    primary.contains(column.name())))
        .toList();
  }

  private static KeyView view(KeyLink link) {
    return new KeyView(
        link.from(), link.columns(), link.to(), link.toColumns(), link.declared(), link.evidence());
  }
}
