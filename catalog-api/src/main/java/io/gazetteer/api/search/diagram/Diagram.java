package io.gazetteer.api.search.diagram;

import io.gazetteer.api.schema.formats.DescribedTable;
import io.gazetteer.api.search.joins.KeyLink;
import io.gazetteer.common.relation.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what is drawn, before it has a place: boxes, and lines between their rows.
 *
 * @param title what it is a picture of
 * @param tables those that are boxes, in their order; none when the boxes are groups
 * @param groups those that are boxes, in their order; none when the boxes are tables
 * @param links the keys between them
 * @param next where the next part begins; null when this is the last
 * @param total how many neighbours or groups there are in all parts
 */
public record Diagram(
    String title,
    DiagramRequest request,
    List<Box> boxes,
    List<Line> lines,
    List<DrawnTable> tables,
    List<Group> groups,
    List<KeyLink> links,
    @Nullable Integer next,
    int total) {
  public Diagram {
    boxes = List.copyOf(boxes);
    lines = List.copyOf(lines);
    tables = List.copyOf(tables);
    groups = List.copyOf(groups);
    links = List.copyOf(links);
  }

  /**
   * Describes a table that is drawn.
   *
   * @param distance how many keys it is away from the focus
   * @param hidden how many tables that keys link with it are not drawn
   */
  public record DrawnTable(DescribedTable table, int distance, int hidden) {}

  /**
   * Describes a group of tables that is drawn: a schema, the tables that keys link with one, or
   * those of a schema that no key links.
   *
   * @param kind {@code schema}, {@code linked} or {@code alone}
   * @param middle the table with most neighbours; null for a schema, and where no key links any
   * @param tables how many they are
   */
  public record Group(String kind, String schema, @Nullable TableName middle, int tables) {}

  /**
   * Draws a table, or a group of tables.
   *
   * @param target where its name leads to
   * @param above what stands above the name, in small letters; empty for nothing
   * @param tooltip what is said of it when someone points at it
   * @param focused whether the picture is about it
   * @param chips what can be done with it
   */
  public record Box(
      String name,
      String above,
      String tooltip,
      DiagramTarget target,
      boolean focused,
      List<Row> rows,
      List<Chip> chips) {
    public Box {
      rows = List.copyOf(rows);
      chips = List.copyOf(chips);
    }
  }

  /**
   * Draws a column.
   *
   * @param mark {@code PK}, {@code FK} or empty
   */
  public record Row(String mark, String text, String type, String tooltip) {}

  /** Leads from a box to somewhere else. */
  public record Chip(String text, String tooltip, DiagramTarget target) {}

  /**
   * Draws a key; from and to are numbers of boxes, and of rows in them, which are -1 for the name.
   *
   * @param declared whether the line is solid
   * @param single whether at most one row refers to another
   */
  public record Line(
      int from, int fromRow, int to, int toRow, boolean declared, boolean single, String tooltip) {}
}
