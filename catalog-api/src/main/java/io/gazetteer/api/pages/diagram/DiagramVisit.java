package io.gazetteer.api.pages.diagram;

import io.gazetteer.api.pages.TablePath;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.search.diagram.DiagramRequest;
import io.gazetteer.api.search.diagram.PageLinks;
import io.gazetteer.api.sources.DataSourceEntry;
import io.gazetteer.common.relation.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what someone wants to see of a diagram. What makes no sense in a link is left out, as links
 * live long.
 */
record DiagramVisit(Visit visit, DataSourceEntry source, TablePath paths) {

  /** Says what is to be drawn, around this table. */
  DiagramRequest request(@Nullable TableName focus) {
    var schema = visit.text("schema");
    var expanded = visit.request().getParameterValues("expand");
    return new DiagramRequest(
        focus,
        focus != null || schema.isEmpty() ? null : schema,
        number(visit.text("depth"), 1, DiagramRequest.MOST_DEPTH),
        expanded == null
            ? List.of()
            : List.of(expanded).stream().distinct().limit(DiagramRequest.MOST_EXPANDED).toList(),
        number(visit.text("from"), 0, DiagramRequest.MOST_FROM),
        visit.text("columns").equals("all"));
  }

  private static int number(String text, int least, int most) {
    return text.matches("\\d{1,7}") ? Math.clamp(Integer.parseInt(text), least, most) : least;
  }

  PageLinks links(DiagramRequest request) {
    return links(visit.links().up(), request);
  }

  /** Makes links from somewhere else than this page. */
  PageLinks links(String up, DiagramRequest request) {
    return new PageLinks(
        up,
        paths.nameInPath(source.id().toString(), source.dbName()),
        source.dbName(),
        request,
        table -> paths.of(source.id().toString(), source.dbName(), table.schema(), table.table()));
  }
}
