package io.gazetteer.api.pages.search;

import io.gazetteer.api.pages.TablePath;
import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.search.hits.Hit;
import io.gazetteer.api.search.hits.HitColumn;
import io.gazetteer.api.search.hits.Span;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.MarkedText;
import io.gazetteer.pages.MarkedText.Range;
import io.gazetteer.pages.search.HitView;
import io.gazetteer.pages.search.HitView.ColumnView;
import io.gazetteer.pages.search.HitView.Crumb;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows hits. */
final class HitViews {
  private static final int MOST_CHARACTERS = 400;
  private static final int FEW_CHARACTERS = 120;
  private static final int MOST_COLUMNS = 8;

  private final SearchUrl url;
  private final Links links;
  private final TablePath paths;

  HitViews(SearchUrl url, Links links, TablePath paths) {
    this.url = url;
    this.links = links;
    this.paths = paths;
  }

  HitView of(Hit hit) {
    var column = hit.column();
    var name = column == null ? hit.table() : column;
    var table = links.to(tablePath(hit));
    return new HitView(
        column == null ? hit.tableKind() : "column",
        column == null ? kind(hit.tableKind()) : "column of a " + kind(hit.tableKind()),
        MarkedText.of(name, ranges(hit.highlights().name())),
        column == null ? table : withColumn(table, column),
        crumbs(hit, table),
        hit.dataType(),
        comment(hit),
        Reasons.of(hit),
        partitions(hit.partitions()),
        others(hit.folded()),
        column == null ? null : more(hit),
        columns(hit, table));
  }

  private static List<ColumnView> columns(Hit hit, String table) {
    return Objects.requireNonNullElse(hit.columns(), List.<HitColumn>of()).stream()
        .limit(MOST_COLUMNS)
        .map(
            column ->
                new ColumnView(
                    column.name(),
                    withColumn(table, column.name()),
                    column.dataType(),
                    key(column),
                    shortened(column.comment(), FEW_CHARACTERS),
                    Reasons.quoted(column.matched())))
        .toList();
  }

  private static String key(HitColumn column) {
    return column.primaryKey()
        ? column.foreignKey() ? "PK, FK" : "PK"
        : column.foreignKey() ? "FK" : "";
  }

  private String tablePath(Hit hit) {
    return paths.of(
        hit.database().id().toString(), hit.database().dbName(), hit.schema(), hit.table());
  }

  private static String withColumn(String table, String column) {
    return table
        + (table.contains("?") ? "&" : "?")
        + "column="
        + Links.encoded(column)
        + "#marked";
  }

  static String kind(String jsonName) {
    return jsonName.replace('_', ' ');
  }

  private List<Crumb> crumbs(Hit hit, String table) {
    var database = hit.database();
    var where = SearchUrl.of(url.text());
    var crumbs =
        List.of(
            new Crumb(database.hostname(), null),
            new Crumb(
                database.dbName(), links.to(where.withOnly("db_name", database.dbName()).path())),
            new Crumb(
                hit.schema(),
                links.to(
                    where
                        .withOnly("db_name", database.dbName())
                        .withOnly("schema", hit.schema())
                        .path())));
    return hit.column() == null
        ? crumbs
        : List.of(crumbs.get(0), crumbs.get(1), crumbs.get(2), new Crumb(hit.table(), table));
  }

  private static @Nullable MarkedText comment(Hit hit) {
    var shown = shortened(hit.comment(), MOST_CHARACTERS);
    return shown == null ? null : MarkedText.of(shown, ranges(hit.highlights().comment()));
  }

  private static @Nullable String shortened(@Nullable String comment, int most) {
    if (comment == null || comment.isBlank()) {
      return null;
    }
    return comment.length() > most ? cut(comment, most) + " …" : comment;
  }

  private static String cut(String comment, int most) {
    int end = Character.isHighSurrogate(comment.charAt(most - 1)) ? most - 1 : most;
    return comment.substring(0, end);
  }

  private static List<Range> ranges(List<Span> spans) {
    return spans.stream().map(span -> new Range(span.start(), span.end())).toList();
  }

  private static @Nullable String partitions(@Nullable Long partitions) {
    return partitions == null ? null : Texts.count(partitions, "partition", "partitions");
  }

  private @Nullable Crumb others(Hit.@Nullable Folded folded) {
    return folded == null
        ? null
        : new Crumb(
            "and " + Texts.count(folded.count(), "more like it", "more like it"),
            links.to(url.withOnly(SearchUrl.FOLDED, folded.key()).path()));
  }

  private String more(Hit hit) {
    var path = tablePath(hit);
    return links.to(
        path + (path.contains("?") ? "&" : "?") + "filter=" + Links.encoded(url.text()));
  }
}
