package io.gazetteer.api.pages.tables;

import io.gazetteer.api.pages.TablePath;
import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.search.diagram.DiagramRequest;
import io.gazetteer.api.search.diagram.DiagramTarget;
import io.gazetteer.api.search.diagram.PageLinks;
import io.gazetteer.api.search.diagram.SvgWriter;
import io.gazetteer.api.search.joins.JoinAnswer;
import io.gazetteer.api.search.joins.JoinAnswer.JoinStep;
import io.gazetteer.api.sources.DataSourceEntry;
import io.gazetteer.common.relation.TableName;
import io.gazetteer.pages.table.TablePage.Field;
import io.gazetteer.pages.table.TablePage.PathView;
import io.gazetteer.pages.table.TablePage.Paths;
import io.gazetteer.pages.table.TablePage.Picture;
import io.gazetteer.pages.table.TablePage.Relative;
import io.gazetteer.pages.table.TablePage.Relatives;
import io.gazetteer.pages.table.TablePage.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Shows what is around a table: its picture, its paths to others, the tables that refer to it. */
final class AroundViews {
  private static final int MOST_DEPTH = 2;

  private final Visit visit;
  private final DataSourceEntry source;
  private final TablePath paths;
  private final TableAddress address;
  private final TableSurroundings surroundings;

  AroundViews(
      Visit visit,
      DataSourceEntry source,
      TablePath paths,
      TableAddress address,
      TableSurroundings surroundings) {
    this.visit = visit;
    this.source = source;
    this.paths = paths;
    this.address = address;
    this.surroundings = surroundings;
  }

  TableViews.Around of(TableName table, List<Field> identity) {
    int depth = visit.text("depth").equals("2") ? MOST_DEPTH : 1;
    int from = TableAddress.number(visit.text("referrers"));
    return new TableViews.Around(
        picture(table, depth),
        paths(table, identity, depth),
        surroundings.referrers(source, table, from),
        from,
        partitions(table),
        readers(table));
  }

  private Relatives partitions(TableName table) {
    int from = TableAddress.number(visit.text("partitions"));
    var part = surroundings.partitions(source, table, from);
    int end = from + part.tables().size();
    return new Relatives(
        part.tables().stream().map(other -> relative(table, other)).toList(),
        Texts.number(part.total()),
        end < part.total() && !part.tables().isEmpty() ? address.partitionsFrom(end) : null,
        from == 0 ? null : address.partitionsFrom(0));
  }

  /** The views are known all at once; a page shows some of them at a time. */
  private Relatives readers(TableName table) {
    int from = TableAddress.number(visit.text("views"));
    var all = surroundings.readers(source, table);
    var shown = all.stream().skip(from).limit(TableSurroundings.AT_ONCE).toList();
    int end = from + shown.size();
    return new Relatives(
        shown.stream().map(other -> relative(table, other)).toList(),
        Texts.number(all.size()),
        end < all.size() && !shown.isEmpty() ? address.viewsFrom(end) : null,
        from == 0 ? null : address.viewsFrom(0));
  }

  private Relative relative(TableName table, TableName other) {
    return new Relative(
        other.schema().equals(table.schema()) ? other.table() : other.path(),
        visit
            .links()
            .to(paths.of(source.id().toString(), source.dbName(), other.schema(), other.table())));
  }

  private @Nullable Picture picture(TableName table, int depth) {
    var drawing = surroundings.drawing(source, table, depth);
    if (drawing == null) {
      return null;
    }
    var id = source.id().toString();
    var links =
        new PageLinks(
            visit.links().up(),
            paths.nameInPath(id, source.dbName()),
            source.dbName(),
            DiagramRequest.around(table, depth),
            other -> paths.of(id, source.dbName(), other.schema(), other.table()));
    return new Picture(
        SvgWriter.inPage(
            drawing,
            // Here a click on a name leads to the table, as all other names on the page do.
            target ->
                links.to(
                    target instanceof DiagramTarget.Focus focus
                        ? new DiagramTarget.TablePage(focus.table())
                        : target)),
        IntStream.rangeClosed(1, MOST_DEPTH)
            .mapToObj(
                other ->
                    new Sort(
                        Integer.toString(other),
                        other == depth,
                        address.around(other, visit.text("to")) + "#neighbourhood"))
            .toList());
  }

  private Paths paths(TableName table, List<Field> identity, int depth) {
    var hidden = new ArrayList<>(identity);
    if (depth > 1) {
      hidden.add(new Field("depth", Integer.toString(depth)));
    }
    var to = visit.text("to").strip();
    var found = to.isEmpty() ? Optional.<JoinAnswer>empty() : surroundings.paths(source, table, to);
    return new Paths(
        address.path(),
        hidden,
        to,
        to.isEmpty() ? null : notice(to, found),
        found.stream()
            .flatMap(answer -> answer.paths().stream().map(path -> view(path, answer.inferred())))
            .toList());
  }

  private static @Nullable String notice(String to, Optional<JoinAnswer> found) {
    if (found.isEmpty()) {
      return "No other table of this database is called “" + to + "”.";
    }
    return found.get().paths().isEmpty()
        ? "No keys lead to " + found.get().to() + ", and none could be inferred."
        : null;
  }

  private static PathView view(JoinAnswer.JoinPath path, boolean inferred) {
    return new PathView(
        path.join().replace(" join ", "\njoin "),
        path.steps().stream().map(JoinStep::evidence).toList(),
        inferred);
  }
}
