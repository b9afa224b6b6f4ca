package io.gazetteer.api.crawls.control;

import io.gazetteer.api.crawls.progress.CrawlDetails;
import io.gazetteer.api.crawls.progress.CrawlDetailsReader;
import io.gazetteer.api.crawls.progress.CrawlReader;
import io.gazetteer.api.crawls.progress.CrawlView;
import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.web.Creates;
import io.gazetteer.api.web.input.Cursor;
import io.gazetteer.api.web.input.Parameters;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.api.web.problems.ProblemCode;
import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.DataSources;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
final class CrawlController {
  private static final Cursor.Shape EPOCH = new Cursor.Shape(List.of(JsonNode::canConvertToLong));
  private static final int USUAL_PAGE = 20;
  private static final int LARGEST_PAGE = 100;

  private final CrawlStarter starter;
  private final CrawlControl control;
  private final CrawlReader reader;
  private final CrawlDetailsReader details;
  private final DataSources dataSources;

  CrawlController(
      CrawlStarter starter,
      CrawlControl control,
      CrawlReader reader,
      CrawlDetailsReader details,
      DataSources dataSources) {
    this.starter = starter;
    this.control = control;
    this.reader = reader;
    this.details = details;
    this.dataSources = dataSources;
  }

  record CrawlPage(List<CrawlView> crawls, @Nullable String nextCursor) {}

  @Creates
  @PostMapping("/api/db-credentials/{id}/crawls")
  ResponseEntity<CrawlDetails> start(@PathVariable UUID id) {
    var crawl = starter.start(id);
    return ResponseEntity.accepted()
        .location(URI.create("/api/crawls/" + crawl.id()))
        .body(details.read(crawl.id()));
  }

  @GetMapping("/api/db-credentials/{id}/crawls")
  CrawlPage list(@PathVariable UUID id, Parameters parameters) {
    int limit = parameters.limit(USUAL_PAGE, LARGEST_PAGE);
    var cursor = parameters.cursor(EPOCH);
    parameters.check();
    if (dataSources.find(id).isEmpty()) {
      throw new NotFoundException("No such credentials");
    }
    long below = cursor.isEmpty() ? Long.MAX_VALUE : cursor.getFirst().longValue();
    var crawls = reader.page(id, below, limit + 1);
    var page = crawls.stream().limit(limit).toList();
    var next = crawls.size() > limit ? Cursor.encode(page.getLast().epoch()) : null;
    return new CrawlPage(page.stream().map(CrawlView::of).toList(), next);
  }

  @GetMapping("/api/crawls/{id}")
  CrawlDetails read(@PathVariable UUID id) {
    return details.read(id);
  }

  @PostMapping("/api/crawls/{id}/cancel")
  ResponseEntity<CrawlDetails> cancel(@PathVariable UUID id) {
    details.read(id);
    return accepted(control.cancel(id), ProblemCode.CRAWL_NOT_LIVE, "The crawl is over already");
  }

  @PostMapping("/api/crawls/{id}/confirm")
  ResponseEntity<CrawlDetails> confirm(@PathVariable UUID id) {
    details.read(id);
    return accepted(
        control.confirm(id),
        ProblemCode.CRAWL_NOT_HELD,
        "Only the newest crawl of a data source can be confirmed, and only when it is HELD");
  }

  private ResponseEntity<CrawlDetails> accepted(
      Optional<Crawl> crawl, ProblemCode otherwise, String detail) {
    var id = crawl.orElseThrow(() -> new Problem(otherwise, detail)).id();
    return ResponseEntity.accepted().body(details.read(id));
  }
}
