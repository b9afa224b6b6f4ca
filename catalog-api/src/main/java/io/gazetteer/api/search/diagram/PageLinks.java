package io.gazetteer.api.search.diagram;

import io.gazetteer.common.relation.TableName;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Links a diagram with the pages of Gazetteer.
 *
 * @param up leads to the first page, for example {@code ../}
 * @param database what stands for the data source in paths: a name, or its id
 * @param dbName the name of the database
 * @param tables makes the path of a table's page, from the first page
 */
public record PageLinks(
    String up,
    String database,
    String dbName,
    DiagramRequest request,
    Function<TableName, String> tables)
    implements DiagramLinks {

  /** Links to pages by the id of the data source, which needs no list of all of them. */
  static PageLinks byId(String up, String id, String dbName, DiagramRequest request) {
    return new PageLinks(
        up,
        id,
        dbName,
        request,
        table ->
            "table?db=%s&schema=%s&table=%s"
                .formatted(encoded(id), encoded(table.schema()), encoded(table.table())));
  }

  @Override
  public String to(DiagramTarget target) {
    return switch (target) {
      case DiagramTarget.TablePage page -> up + tables.apply(page.table());
      case DiagramTarget.Focus focus ->
          diagram(
              new DiagramRequest(
                  focus.table(), null, request.depth(), List.of(), 0, request.allColumns()));
      case DiagramTarget.Expand expand -> diagram(with(expand.table(), true));
      case DiagramTarget.Fold fold -> diagram(with(fold.table(), false));
      case DiagramTarget.Part part ->
          diagram(
              new DiagramRequest(
                  request.focus(),
                  request.schema(),
                  request.depth(),
                  request.expanded(),
                  part.from(),
                  request.allColumns()));
      case DiagramTarget.Schema schema ->
          diagram(new DiagramRequest(null, schema.name(), request.depth(), List.of(), 0, false));
      case DiagramTarget.Tables list ->
          "%ssearch?q=kind%%3Atable&db_name=%s&schema=%s"
              .formatted(up, encoded(dbName), encoded(list.schema()));
    };
  }

  private DiagramRequest with(TableName table, boolean expanded) {
    var all = new ArrayList<>(request.expanded());
    all.remove(table.path());
    if (expanded) {
      all.add(table.path());
    }
    return new DiagramRequest(
        request.focus(),
        request.schema(),
        request.depth(),
        all.subList(Math.max(0, all.size() - DiagramRequest.MOST_EXPANDED), all.size()),
        request.from(),
        request.allColumns());
  }

  /** Returns the page of a diagram. */
  public String diagram(DiagramRequest wanted) {
    var link = new StringBuilder(up).append("db/").append(encoded(database)).append("/diagram");
    var focus = wanted.focus();
    add(link, "schema", focus == null ? wanted.schema() : focus.schema());
    add(link, "table", focus == null ? null : focus.table());
    add(link, "depth", wanted.depth() == 1 ? null : Integer.toString(wanted.depth()));
    add(link, "columns", wanted.allColumns() ? "all" : null);
    wanted.expanded().forEach(path -> add(link, "expand", path));
    add(link, "from", wanted.from() == 0 ? null : Integer.toString(wanted.from()));
    return link.toString();
  }

  private static void add(StringBuilder link, String name, @Nullable String value) {
    if (value != null) {
      link.append(link.indexOf("?") < 0 ? '?' : '&')
          .append(name)
          .append('=')
          .append(encoded(value));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
