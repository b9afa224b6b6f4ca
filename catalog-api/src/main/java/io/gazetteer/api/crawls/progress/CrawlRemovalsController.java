package io.gazetteer.api.crawls.progress;

import io.gazetteer.api.crawls.progress.CrawlRemovals.Removal;
import io.gazetteer.api.web.input.Cursor;
import io.gazetteer.api.web.input.Parameters;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Lists what a HELD crawl would remove, however much that is. */
@RestController
final class CrawlRemovalsController {
  private static final Cursor.Shape RELATION =
      new Cursor.Shape(List.of(JsonNode::isString, JsonNode::isString));
  private static final int LARGEST_PAGE = 100;

  private final CrawlSnapshots snapshots;
  private final CrawlRemovals removals;

  CrawlRemovalsController(CrawlSnapshots snapshots, CrawlRemovals removals) {
    this.snapshots = snapshots;
    this.removals = removals;
  }

  record RemovalPage(List<Removal> removals, @Nullable String nextCursor) {}

  @GetMapping("/api/crawls/{id}/removals")
  RemovalPage list(@PathVariable UUID id, Parameters parameters) {
    int limit = parameters.limit(LARGEST_PAGE, LARGEST_PAGE);
    var cursor = parameters.cursor(RELATION);
    parameters.check();
    if (snapshots.find(id).isEmpty()) {
      throw CrawlDetailsReader.notFound();
    }
    var found = removals.page(id, place(cursor), limit + 1);
    var page = found.stream().limit(limit).toList();
    return new RemovalPage(page, found.size() > limit ? after(page.getLast()) : null);
  }

  private static Removal place(List<JsonNode> cursor) {
    return cursor.isEmpty()
        ? Removal.START
        : new Removal(cursor.get(0).stringValue(), cursor.get(1).stringValue());
  }

  private static String after(Removal removal) {
    return Cursor.encode(removal.schema(), removal.table());
  }
}
