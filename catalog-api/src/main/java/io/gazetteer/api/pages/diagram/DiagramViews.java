package io.gazetteer.api.pages.diagram;

import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.search.diagram.Diagram;
import io.gazetteer.api.search.diagram.Diagram.DrawnTable;
import io.gazetteer.api.search.diagram.DiagramForm;
import io.gazetteer.api.search.diagram.DiagramRequest;
import io.gazetteer.api.search.diagram.DiagramTarget;
import io.gazetteer.api.search.diagram.Drawing;
import io.gazetteer.api.search.diagram.PageLinks;
import io.gazetteer.api.search.diagram.SvgWriter;
import io.gazetteer.api.search.joins.KeyLink;
import io.gazetteer.common.relation.TableName;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.diagram.DiagramPage;
import io.gazetteer.pages.diagram.DiagramPage.Choice;
import io.gazetteer.pages.diagram.DiagramPage.Control;
import io.gazetteer.pages.diagram.DiagramPage.Crumb;
import io.gazetteer.pages.diagram.DiagramPage.Finder;
import io.gazetteer.pages.diagram.DiagramPage.GroupRow;
import io.gazetteer.pages.diagram.DiagramPage.KeyRow;
import io.gazetteer.pages.diagram.DiagramPage.TableRow;
import io.gazetteer.pages.diagram.DiagramPage.Take;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows a diagram of one data source, as someone visits it. */
final class DiagramViews {
  private final DiagramVisit asked;
  private final DiagramRequest request;
  private final String typed;
  private final List<TableName> found;
  private final PageLinks links;

  /**
   * @param typed the name of a table that was asked for; empty for none
   * @param found the tables of that name
   */
  DiagramViews(DiagramVisit asked, DiagramRequest request, String typed, List<TableName> found) {
    this.asked = asked;
    this.request = request;
    this.typed = typed;
    this.found = found;
    this.links = asked.links(request);
  }

  DiagramPage page(@Nullable Drawing drawing) {
    var visit = asked.visit();
    var source = asked.source();
    var focus = request.focus();
    var schema = focus == null ? request.schema() : focus.schema();
    var title = focus != null ? focus.path() : schema != null ? schema : source.dbName();
    return new DiagramPage(
        visit.frame("Diagram of " + title, "databases"),
        source.dbName(),
        visit.links().to("databases/" + source.id()),
        schema == null ? null : new Crumb(schema, links.to(new DiagramTarget.Schema(schema))),
        title,
        focus == null ? null : links.to(new DiagramTarget.TablePage(focus)),
        drawing == null ? null : SvgWriter.inPage(drawing, links),
        finder(),
        focus == null ? List.of() : controls(),
        notice(drawing),
        drawing == null ? List.of() : tables(drawing.diagram()),
        drawing == null ? List.of() : keys(drawing.diagram()),
        drawing == null ? List.of() : groups(drawing.diagram()),
        drawing == null ? List.of() : takes(title),
        request.from() == 0 ? null : links.to(new DiagramTarget.Part(0)),
        next(drawing));
  }

  private Finder finder() {
    return new Finder(
        links.diagram(new DiagramRequest(null, null, 1, List.of(), 0, false)),
        typed,
        found.size() > 1
            ? found.stream()
                .map(table -> new Crumb(table.path(), links.to(new DiagramTarget.Focus(table))))
                .toList()
            : List.of());
  }

  private List<Control> controls() {
    return List.of(
        new Control(
            "Keys away",
            IntStream.rangeClosed(1, DiagramRequest.MOST_DEPTH)
                .mapToObj(
                    depth ->
                        new Choice(
                            Integer.toString(depth),
                            links.diagram(with(depth, request.allColumns())),
                            depth == request.depth()))
                .toList()),
        new Control(
            "Columns",
            Stream.of(false, true)
                .map(
                    all ->
                        new Choice(
                            all ? "all" : "of keys",
                            links.diagram(with(request.depth(), all)),
                            all == request.allColumns()))
                .toList()));
  }

  private DiagramRequest with(int depth, boolean allColumns) {
    return new DiagramRequest(
        request.focus(), request.schema(), depth, request.expanded(), request.from(), allColumns);
  }

  private @Nullable String notice(@Nullable Drawing drawing) {
    if (!typed.isEmpty() && found.isEmpty()) {
      return "No table is called “" + typed + "”. Here are the groups of tables there are.";
    }
    if (drawing == null) {
      return "There are no tables yet: no crawl has found any.";
    }
    var diagram = drawing.diagram();
    if (request.focus() != null && diagram.boxes().size() == 1) {
      return "No key links this table with another, and none could be inferred.";
    }
    if (request.from() > 0 || diagram.next() != null) {
      return "%s of %s are in this part."
          .formatted(
              request.focus() == null
                  ? Texts.count(diagram.boxes().size(), "group", "groups")
                  : "Some",
              Texts.count(
                  diagram.total(),
                  request.focus() == null ? "group" : "neighbour",
                  request.focus() == null ? "groups" : "neighbours"));
    }
    return null;
  }

  private List<TableRow> tables(Diagram diagram) {
    return diagram.tables().stream().map(this::row).toList();
  }

  private TableRow row(DrawnTable drawn) {
    var name = drawn.table().name();
    return new TableRow(
        name.path(),
        links.to(new DiagramTarget.TablePage(name)),
        links.to(new DiagramTarget.Focus(name)),
        drawn.table().kind().replace('_', ' '),
        drawn.distance() == 0 ? "in the middle" : Texts.count(drawn.distance(), "key", "keys"),
        Texts.number(drawn.table().columns().size()),
        drawn.hidden() == 0
            ? null
            : Texts.count(drawn.hidden(), "more neighbour", "more neighbours"));
  }

  private static List<KeyRow> keys(Diagram diagram) {
    return diagram.links().stream()
        .map(
            link ->
                new KeyRow(
                    end(link.from(), link.columns()),
                    end(link.to(), link.toColumns()),
                    evidence(link),
                    link.declared()))
        .toList();
  }

  private static String end(TableName table, List<String> columns) {
    return table.path() + " (" + String.join(", ", columns) + ")";
  }

  private static String evidence(KeyLink link) {
    return link.evidence().replaceFirst("^inferred: ", "");
  }

  private List<GroupRow> groups(Diagram diagram) {
    var rows = new ArrayList<GroupRow>();
    for (Diagram.Group group : diagram.groups()) {
      var middle = group.middle();
      var size = Texts.count(group.tables(), "table", "tables");
      if (middle != null) {
        rows.add(
            new GroupRow(
                "around " + middle.path(), links.to(new DiagramTarget.Focus(middle)), size));
      } else if (group.kind().equals("schema")) {
        rows.add(
            new GroupRow(group.schema(), links.to(new DiagramTarget.Schema(group.schema())), size));
      } else {
        rows.add(
            new GroupRow(
                "no foreign key", links.to(new DiagramTarget.Tables(group.schema())), size));
      }
    }
    return rows;
  }

  private List<Take> takes(String title) {
    var forms =
        request.focus() == null
            ? List.of(DiagramForm.SVG)
            : List.of(DiagramForm.SVG, DiagramForm.MERMAID, DiagramForm.DBML);
    return forms.stream()
        .map(
            form -> {
              var page = links.diagram(request);
              return new Take(
                  form == DiagramForm.MERMAID ? "Mermaid" : form.name(),
                  page
                      + (page.indexOf('?') < 0 ? "?" : "&")
                      + "as="
                      + Links.encoded(form.parameter()),
                  DiagramFiles.name(title, form));
            })
        .toList();
  }

  private @Nullable String next(@Nullable Drawing drawing) {
    if (drawing == null) {
      return null;
    }
    var next = drawing.diagram().next();
    return next == null ? null : links.to(new DiagramTarget.Part(next));
  }
}
