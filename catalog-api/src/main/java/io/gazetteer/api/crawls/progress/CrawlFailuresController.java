package io.gazetteer.api.crawls.progress;

import io.gazetteer.api.crawls.progress.CrawlFailures.Failure;
import io.gazetteer.api.crawls.progress.CrawlFailures.Place;
import io.gazetteer.api.web.input.Cursor;
import io.gazetteer.api.web.input.Parameters;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Lists all failures of a crawl, however many there are. */
@RestController
final class CrawlFailuresController {
  private static final Cursor.Shape RELATION =
      new Cursor.Shape(List.of(JsonNode::isString, JsonNode::isString));
  private static final int LARGEST_PAGE = 100;

  private final CrawlSnapshots snapshots;
  private final CrawlFailures failures;

  CrawlFailuresController(CrawlSnapshots snapshots, CrawlFailures failures) {
    this.snapshots = snapshots;
    this.failures = failures;
  }

  record FailurePage(List<Failure> failures, @Nullable String nextCursor) {}

  @GetMapping("/api/crawls/{id}/failures")
  FailurePage list(@PathVariable UUID id, Parameters parameters) {
    int limit = parameters.limit(LARGEST_PAGE, LARGEST_PAGE);
    var cursor = parameters.cursor(RELATION);
    parameters.check();
    if (snapshots.find(id).isEmpty()) {
      throw CrawlDetailsReader.notFound();
    }
    var found = failures.page(id, place(cursor), limit + 1);
    var page = found.stream().limit(limit).toList();
    return new FailurePage(page, found.size() > limit ? after(page.getLast()) : null);
  }

  private static Place place(List<JsonNode> cursor) {
    return cursor.isEmpty()
        ? Place.START
        : new Place(cursor.get(0).stringValue(), cursor.get(1).stringValue());
  }

  private static String after(Failure failure) {
    return Cursor.encode(failure.schema(), failure.table());
  }
}
