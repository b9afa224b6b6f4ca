package io.gazetteer.api.search.diagram;

import static io.gazetteer.api.search.diagram.SvgText.escaped;
import static io.gazetteer.api.search.diagram.SvgText.number;

import io.gazetteer.api.search.diagram.Diagram.Box;
import io.gazetteer.api.search.diagram.Diagram.Chip;
import io.gazetteer.api.search.diagram.Diagram.Line;
import io.gazetteer.api.search.diagram.Diagram.Row;
import io.gazetteer.api.search.diagram.Drawing.Place;
import io.gazetteer.api.search.diagram.Drawing.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a drawing as SVG, with links and with what is said of each thing. No script is in it. */
public final class SvgWriter {
  private static final String STYLE = style();
  private static final double SMALL = 0.86;
  private static final double FOOT = 7;

  private final Drawing drawing;
  private final DiagramLinks links;
  private final StringBuilder out = new StringBuilder(1 << 14);

  private SvgWriter(Drawing drawing, DiagramLinks links) {
    this.drawing = drawing;
    this.links = links;
  }

  /** Writes a picture for a page, whose style sheet has its colours. */
  public static String inPage(Drawing drawing, DiagramLinks links) {
    return new SvgWriter(drawing, links).write("");
  }

  /** Writes a picture that stands alone, in light or dark colours as whoever looks at it likes. */
  public static String alone(Drawing drawing, DiagramLinks links) {
    return new SvgWriter(drawing, links).write(STYLE);
  }

  private String write(String style) {
    var diagram = drawing.diagram();
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"diagram\" role=\"group\"")
        .append(" aria-label=\"Diagram: ")
        .append(escaped(diagram.title()))
        .append('"');
    attribute("width", drawing.width());
    attribute("height", drawing.height());
    out.append(
        " viewBox=\"0 0 %s %s\">\n".formatted(number(drawing.width()), number(drawing.height())));
    if (!style.isEmpty()) {
      out.append("<title>").append(escaped(diagram.title())).append("</title>\n");
      out.append("<style>").append(style).append("</style>\n");
    }
    for (int i = 0; i < diagram.lines().size(); i++) {
      line(diagram.lines().get(i), drawing.routes().get(i).points());
    }
    for (int i = 0; i < diagram.boxes().size(); i++) {
      box(i, diagram.boxes().get(i), drawing.places().get(i));
    }
    return out.append("</svg>\n").toString();
  }

  private void line(Line line, List<Point> points) {
    out.append("<g class=\"key")
        .append(line.declared() ? "" : " inferred")
        .append("\" data-from=\"%d\" data-to=\"%d\">".formatted(line.from(), line.to()));
    title(line.tooltip());
    out.append("<path class=\"way\" d=\"");
    var command = 'M';
    for (Point point : points) {
      out.append(command).append(number(point.x())).append(' ').append(number(point.y()));
      command = 'L';
    }
    out.append("\"/>");
    ends(line, points);
    out.append("</g>\n");
  }

  /** Draws a fork where many rows may refer, and a bar where there is one. */
  private void ends(Line line, List<Point> points) {
    if (points.size() < 2 || (line.fromRow() < 0 && line.toRow() < 0)) {
      return;
    }
    var start = points.getFirst();
    var end = points.getLast();
    out.append("<path d=\"");
    if (line.single()) {
      bar(start.x() + FOOT, start.y());
    } else {
      out.append(
          "M%s %sl%s 4l-%s 4"
              .formatted(number(start.x()), number(start.y() - 4), number(FOOT), number(FOOT)));
    }
    bar(end.x() - FOOT, end.y());
    out.append("\"/>");
  }

  private void bar(double x, double y) {
    out.append("M%s %sv8".formatted(number(x), number(y - 4)));
  }

  private void box(int index, Box box, Place place) {
    out.append("<g class=\"box")
        .append(box.focused() ? " focus" : "")
        .append("\" data-box=\"%d\">".formatted(index));
    title(box.tooltip());
    rectangle("", place.x(), place.y(), place.width(), place.height(), 6);
    rectangle("head", place.x() + 1, place.y() + 1, place.width() - 2, BoxSize.HEAD - 2, 5);
    double left = place.x() + BoxSize.PADDING;
    text("small", left, place.y() + 15, Cells.cut(box.above(), BoxSize.NAME_CELLS), SMALL);
    link(box.target());
    text("name", left, place.y() + 32, Cells.cut(box.name(), BoxSize.NAME_CELLS), 1);
    out.append("</a>");
    boolean marked = BoxSize.hasMarks(box);
    for (int i = 0; i < box.rows().size(); i++) {
      row(box.rows().get(i), marked, place, place.y() + BoxSize.middle(i) + 4);
    }
    chips(box, place);
    out.append("</g>\n");
  }

  private void row(Row row, boolean marked, Place place, double y) {
    double left = place.x() + BoxSize.PADDING;
    out.append("<g>");
    title(row.tooltip());
    if (!row.mark().isEmpty()) {
      text("mark", left, y, row.mark(), SMALL);
    }
    double indent = marked ? BoxSize.MARK : 0;
    text("column", left + indent, y, Cells.cut(row.text(), BoxSize.TEXT_CELLS), 1);
    if (!row.type().isEmpty()) {
      var type = Cells.cut(row.type(), BoxSize.TYPE_CELLS);
      double width = Cells.width(type) * BoxSize.CELL * SMALL;
      text("type", place.x() + place.width() - BoxSize.PADDING - width, y, type, SMALL);
    }
    out.append("</g>");
  }

  private void chips(Box box, Place place) {
    double x = place.x() + place.width() - BoxSize.chips(box);
    double y = place.y() + (BoxSize.HEAD - 24) / 2;
    for (Chip chip : box.chips()) {
      double width = BoxSize.chipWidth(chip.text());
      out.append("<a class=\"chip\" href=\"").append(escaped(links.to(chip.target())));
      out.append("\" aria-label=\"").append(escaped(chip.text() + ": " + chip.tooltip()));
      out.append("\">");
      title(chip.tooltip());
      rectangle("", x, y, width, 24, 12);
      double inside = Cells.width(chip.text()) * BoxSize.CELL * SMALL;
      text("", x + (width - inside) / 2, y + 16, chip.text(), SMALL);
      out.append("</a>");
      x += width + BoxSize.CHIP_GAP;
    }
  }

  private void link(DiagramTarget target) {
    out.append("<a href=\"").append(escaped(links.to(target))).append("\">");
  }

  private void title(String text) {
    out.append("<title>").append(escaped(text)).append("</title>");
  }

  private void rectangle(String style, double x, double y, double width, double height, int round) {
    out.append("<rect");
    if (!style.isEmpty()) {
      out.append(" class=\"").append(style).append('"');
    }
    attribute("x", x);
    attribute("y", y);
    attribute("width", width);
    attribute("height", height);
    attribute("rx", round);
    out.append("/>");
  }

  /** Writes a text; one in other scripts is made as wide as it was measured to be. */
  private void text(String style, double x, double y, String text, double size) {
    out.append("<text");
    if (!style.isEmpty()) {
      out.append(" class=\"").append(style).append('"');
    }
    attribute("x", x);
    attribute("y", y);
    if (text.chars().anyMatch(letter -> letter > 0x24F && "…−↗≡".indexOf(letter) < 0)) {
      attribute("textLength", Cells.width(text) * BoxSize.CELL * size);
      out.append(" lengthAdjust=\"spacingAndGlyphs\"");
    }
    out.append('>').append(escaped(text)).append("</text>");
  }

  private void attribute(String name, double value) {
    out.append(' ').append(name).append("=\"").append(number(value)).append('"');
  }

  private static String style() {
    try (var in = SvgWriter.class.getResourceAsStream("diagram.css")) {
      if (in == null) {
        throw new IllegalStateException("The style of diagrams is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
