package io.gazetteer.api.search.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.schema.formats.DescribedTable;
import io.gazetteer.api.search.diagram.Drawing.Place;
import io.gazetteer.api.search.diagram.Drawing.Point;
import io.gazetteer.api.search.joins.JoinGraph;
import io.gazetteer.api.search.joins.KeyLinks;
import io.gazetteer.common.relation.TableName;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** Drawings of all shapes: no two boxes touch, and no line runs over a box. */
class LayoutTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @Test
  void drawsAHubWithManyNeighbours() {
    var tables = new DrawnTables().add("hub", "id", "parent_id>hub.id");
    IntStream.range(0, 150).forEach(i -> tables.add("spoke_" + i, "id", "hub_id>hub.id"));
    var drawing = draw(tables, "hub", 1);
    assertThat(drawing.diagram().boxes()).hasSize(25);
    assertThat(drawing.diagram().boxes().getFirst().chips())
        .extracting(Diagram.Chip::text)
        .containsExactly("+126");
    check(drawing);
  }

  @Test
  void drawsTwoKeysBetweenTheSameTablesAndOneToItself() {
    var drawing =
        draw(
            new DrawnTables()
                .add("person", "id", "boss_id>person.id", "home_id>place.id", "work_id>place.id")
                .add("place", "id", "owner_id>person.id"),
            "person",
            1);
    assertThat(drawing.routes()).hasSize(4);
    check(drawing);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void linesRunOverNoBox(int seed) {
    var random = new Random(seed);
    var tables = new DrawnTables();
    for (int i = 0; i < 40; i++) {
      int number = i;
      tables.add(
          "t" + i,
          IntStream.range(0, 2 + random.nextInt(5))
              .mapToObj(
                  c -> c == 0 ? "id" : "c" + number + "_" + c + ">t" + random.nextInt(40) + ".id")
              .toArray(String[]::new));
    }
    check(draw(tables, "t0", 3));
  }

  @Test
  void givesUpInTime() {
    var tables = new DrawnTables();
    for (int i = 0; i < 200; i++) {
      tables.add(
          "t" + i, "id", "a>t" + i / 2 + ".id", "b>t" + i / 3 + ".id", "c>t" + i / 5 + ".id");
    }
    var diagram = diagram(tables, "t0", 3, 200);
    assertThat(Layout.of(diagram, Duration.ZERO)).isEmpty();
    assertThat(Layout.of(diagram, LONG)).isPresent();
  }

  @Test
  void looksTheSameEachTime() {
    var tables =
        new DrawnTables()
            .add("a", "id", "b_id>b.id", "c_id>c.id")
            .add("b", "id", "c_id>c.id")
            .add("c", "id", "a_id>a.id");
    assertThat(draw(tables, "a", 2)).isEqualTo(draw(tables, "a", 2));
  }

  @Test
  void writesHostileNamesAsText() throws Exception {
    var hostile = "<script>alert(1)</script>\"'&\u0000\u202e\uD83D\uDE00" + "W".repeat(40);
    var drawing = draw(new DrawnTables().add(hostile, "id", "x\u0007y", "]]>"), hostile, 1);
    var svg = SvgWriter.alone(drawing, target -> "?\"><script>&x=" + target);
    var factory = DocumentBuilderFactory.newInstance();
    var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getElementsByTagName("text").item(1).getTextContent())
        .startsWith("<script>alert(1)</script>\"'&");
  }

  private static Drawing draw(DrawnTables tables, String focus, int depth) {
    return Layout.of(diagram(tables, focus, depth, Neighbourhood.MOST_TABLES), LONG).orElseThrow();
  }

  private static Diagram diagram(DrawnTables tables, String focus, int depth, int most) {
    var described = new LinkedHashMap<TableName, DescribedTable>();
    var references = new LinkedHashMap<TableName, List<String>>();
    for (DescribedTable table : tables.all()) {
      described.put(table.name(), table);
      references.put(
          table.name(),
          table.references().stream().map(key -> key.target().path()).distinct().toList());
    }
    var name = new TableName("s", focus);
    var request = DiagramRequest.around(name, depth);
    var chosen = new Neighbourhood(new JoinGraph(references), request, name, List.of(), most);
    described.keySet().retainAll(chosen.tables());
    var links = KeyLinks.among(described);
    var boxes = new TableBoxes(request, chosen, described, links);
    return new Diagram(
        focus, request, boxes.boxes(), boxes.lines(), List.of(), List.of(), links, null, 0);
  }

  private static void check(Drawing drawing) {
    show(drawing);
    var places = drawing.places();
    for (int i = 0; i < places.size(); i++) {
      var box = places.get(i);
      assertThat(box.x() >= 0 && box.x() + box.width() <= drawing.width()).isTrue();
      assertThat(box.y() >= 0 && box.y() + box.height() <= drawing.height()).isTrue();
      for (int j = 0; j < i; j++) {
        assertThat(overlap(box, places.get(j))).as("boxes %s and %s", i, j).isFalse();
      }
    }
    for (Drawing.Route route : drawing.routes()) {
      for (int i = 1; i < route.points().size(); i++) {
        for (Place box : places) {
          assertThat(crosses(route.points().get(i - 1), route.points().get(i), box)).isFalse();
        }
      }
    }
  }

  private static boolean overlap(Place one, Place other) {
    return one.x() < other.x() + other.width()
        && other.x() < one.x() + one.width()
        && one.y() < other.y() + other.height()
        && other.y() < one.y() + one.height();
  }

  private static boolean crosses(Point from, Point to, Place box) {
    assertThat(from.x() == to.x() || from.y() == to.y()).as("lines are straight").isTrue();
    return Math.min(from.x(), to.x()) < box.x() + box.width() - 0.5
        && Math.max(from.x(), to.x()) > box.x() + 0.5
        && Math.min(from.y(), to.y()) < box.y() + box.height() - 0.5
        && Math.max(from.y(), to.y()) > box.y() + 0.5;
  }

  /** Writes the picture for whoever wants to see it: DIAGRAMS=FOLDER in the environment. */
  private static void show(Drawing drawing) {
    var folder = System.getenv("DIAGRAMS");
    if (folder != null) {
      var name = drawing.diagram().title() + "-" + drawing.routes().size() + ".svg";
      try {
        Files.writeString(Path.of(folder, name), SvgWriter.alone(drawing, target -> "#"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
