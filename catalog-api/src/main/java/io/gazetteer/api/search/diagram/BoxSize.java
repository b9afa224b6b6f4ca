package io.gazetteer.api.search.diagram;

import io.gazetteer.api.search.diagram.Diagram.Box;
import io.gazetteer.api.search.diagram.Diagram.Row;

/**
 * Says how large a box is, in pixels, and where in it things are.
 *
 * @param width of the box
 * @param height of the box
 */
record BoxSize(double width, double height) {
  /** A letter of 12 pixels in the widest of the fonts for code. */
  static final double CELL = 7.25;

  static final double PADDING = 10;
  static final double HEAD = 42;
  static final double ROW = 20;
  static final double CHIP_GAP = 5;
  static final int NAME_CELLS = 34;
  static final int TEXT_CELLS = 28;
  static final int TYPE_CELLS = 18;

  /** What stands before the name of a column. */
  static final double MARK = 24;

  /** The small letters above the name, as a part of the others. */
  private static final double SMALL = 0.86;

  private static final double GAP = 14;
  private static final double LEAST = 110;

  static BoxSize of(Box box) {
    double width = LEAST;
    double name = Cells.width(Cells.cut(box.name(), NAME_CELLS)) * CELL;
    double above = Cells.width(Cells.cut(box.above(), NAME_CELLS)) * CELL * SMALL;
    width = Math.max(width, Math.max(name, above) + chips(box));
    boolean marked = hasMarks(box);
    for (Row row : box.rows()) {
      double text = Cells.width(Cells.cut(row.text(), TEXT_CELLS)) * CELL;
      double type = Cells.width(Cells.cut(row.type(), TYPE_CELLS)) * CELL * SMALL;
      width = Math.max(width, (marked ? MARK : 0) + text + (type == 0 ? 0 : GAP + type));
    }
    double rows = box.rows().isEmpty() ? 0 : box.rows().size() * ROW + 8;
    return new BoxSize(Math.ceil(width + 2 * PADDING), HEAD + rows);
  }

  /** Returns the width of all chips, with what is left free before each. */
  static double chips(Box box) {
    return box.chips().stream().mapToDouble(chip -> chipWidth(chip.text()) + CHIP_GAP).sum();
  }

  /** Says whether columns are marked as keys, so that all their names begin further right. */
  static boolean hasMarks(Box box) {
    return box.rows().stream().anyMatch(row -> !row.mark().isEmpty());
  }

  static double chipWidth(String text) {
    return Math.max(24, Cells.width(text) * CELL * SMALL + 12);
  }

  /** Returns the height of the middle of a row, or of the head. */
  static double middle(int row) {
    return row < 0 ? HEAD / 2 : HEAD + 4 + row * ROW + ROW / 2;
  }
}
