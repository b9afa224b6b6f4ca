package io.gazetteer.api.pages.tables;

import io.gazetteer.api.crawls.changes.SchemaChange;
import io.gazetteer.api.crawls.changes.SchemaChanges;
import io.gazetteer.api.pages.TablePath;
import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.pages.Times;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.sources.DataSourceEntry;
import io.gazetteer.common.relation.TableName;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.table.GonePage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what is known of tables that are in the catalog no more. Thread safe. */
@Component
final class GoneTables {
  private static final int CHANGES = 50;

  private final SchemaChanges changes;
  private final Clock clock;

  GoneTables(SchemaChanges changes, Clock clock) {
    this.changes = changes;
    this.clock = clock;
  }

  /** Returns the page of a table that once was; empty when nobody knows of one. */
  Optional<GonePage> page(Visit visit, DataSourceEntry source, TablePath paths, TableName table) {
    var renaming = changes.renaming(source.id(), table.schema(), table.table()).orElse(null);
    var last = changes.lastOf(source.id(), table.schema(), table.table(), CHANGES);
    if (renaming == null && last.isEmpty()) {
      return Optional.empty();
    }
    var successor = renaming != null && isNewer(renaming, last) ? renaming : null;
    var newest = successor == null ? last.getFirst() : successor;
    var now = clock.instant();
    var links = visit.links();
    return Optional.of(
        new GonePage(
            visit.frame(table.table(), "search"),
            source.dbName(),
            links.to("databases/" + source.id()),
            table.schema(),
            table.table(),
            said(newest, now),
            successor == null ? null : successor(visit, source, paths, successor),
            last.stream().map(change -> TableViews.change(change, now)).toList(),
            links.to(
                "changes?db=%s&schema=%s&table=%s"
                    .formatted(
                        Links.encoded(source.dbName()),
                        Links.encoded(table.schema()),
                        Links.encoded(table.table()))),
            links.to("search?q=" + Links.encoded('"' + table.table().replace("\"", "") + '"'))));
  }

  private static boolean isNewer(SchemaChange renaming, List<SchemaChange> last) {
    return last.isEmpty() || renaming.position().id() > last.getFirst().position().id();
  }

  private static String said(SchemaChange change, Instant now) {
    var when =
        Texts.ago(change.at(), now) + ", " + Times.write(change.at()).replace('T', ' ') + " UTC";
    return switch (change.change()) {
      case "table_renamed" -> "A crawl found it under another name (" + when + ").";
      case "table_removed" ->
          "A crawl found that it was removed ("
              + when
              + "). What its columns were is not kept; what changed before is below.";
      default ->
          "It is not in the catalog now: filters of its database leave it out, or the next crawl"
              + " brings it back. The last that is known of it is from "
              + when
              + ".";
    };
  }

  private static GonePage.@Nullable Successor successor(
      Visit visit, DataSourceEntry source, TablePath paths, SchemaChange renaming) {
    var link =
        paths.of(source.id().toString(), source.dbName(), renaming.schema(), renaming.table());
    return new GonePage.Successor(
        renaming.schema() + "." + renaming.table(), visit.links().to(link));
  }
}
