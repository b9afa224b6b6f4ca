package io.gazetteer.api.pages.compare;

import io.gazetteer.api.pages.ChangeTexts;
import io.gazetteer.api.pages.TablePath;
import io.gazetteer.api.schema.compare.Comparison.ComparedTable;
import io.gazetteer.api.schema.compare.Comparison.Difference;
import io.gazetteer.api.sources.DataSourceEntry;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.change.ComparePage.DifferenceView;
import io.gazetteer.pages.change.ComparePage.TableView;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Shows compared tables. */
final class ComparedTables {
  private final Links links;
  private final DataSourceEntry left;
  private final DataSourceEntry right;
  private final TablePath paths;

  ComparedTables(Links links, DataSourceEntry left, DataSourceEntry right, TablePath paths) {
    this.links = links;
    this.left = left;
    this.right = right;
    this.paths = paths;
  }

  TableView view(ComparedTable table) {
    var here = table.left();
    var there = table.right();
    var name = here == null ? String.valueOf(there) : here;
    return new TableView(
        here != null && there != null && !here.equals(there) ? here + " and " + there : name,
        link(here == null ? right : left, name),
        switch (table.found()) {
          case "left" -> "removed";
          case "right" -> "added";
          default -> "changed";
        },
        switch (table.found()) {
          case "left" -> "only here";
          case "right" -> "only there";
          default -> table.unknown() ? "on both sides; what it was then is not kept" : "different";
        },
        table.differences().stream().map(ComparedTables::view).toList());
  }

  private String link(DataSourceEntry source, String path) {
    int dot = path.indexOf('.');
    return links.to(
        paths.of(
            source.id().toString(),
            source.dbName(),
            path.substring(0, dot),
            path.substring(dot + 1)));
  }

  private static DifferenceView view(Difference difference) {
    var name = difference.name();
    var field = difference.field();
    return new DifferenceView(
        ChangeTexts.what(difference.part())
            + (name == null ? "" : " " + name)
            + (field == null ? "" : ": " + ChangeTexts.what(field)),
        text(difference.left()),
        text(difference.right()));
  }

  private static @Nullable String text(@Nullable JsonNode value) {
    return value == null ? null : ChangeTexts.value(value.toString());
  }
}
