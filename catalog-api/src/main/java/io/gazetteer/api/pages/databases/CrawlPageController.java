package io.gazetteer.api.pages.databases;

import io.gazetteer.api.crawls.progress.CrawlDetails;
import io.gazetteer.api.crawls.progress.CrawlDetailsReader;
import io.gazetteer.api.crawls.progress.CrawlFailures;
import io.gazetteer.api.crawls.progress.CrawlFailures.Failure;
import io.gazetteer.api.crawls.progress.CrawlFailures.Place;
import io.gazetteer.api.crawls.progress.CrawlRemovals;
import io.gazetteer.api.crawls.progress.CrawlRemovals.Removal;
import io.gazetteer.api.crawls.progress.CrawlSchemas.SchemaCounts;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.database.CrawlPage;
import io.gazetteer.pages.database.CrawlPage.FailureRow;
import io.gazetteer.pages.database.CrawlPage.SchemaRow;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The account of one crawl. */
@Controller
final class CrawlPageController {
  private static final int FAILURES = 100;
  private static final int REMOVALS = 200;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Answers answers;
  private final DatabaseViews databases;
  private final CrawlDetailsReader details;
  private final CrawlFailures failures;
  private final CrawlRemovals removals;

  CrawlPageController(
      Answers answers,
      DatabaseViews databases,
      CrawlDetailsReader details,
      CrawlFailures failures,
      CrawlRemovals removals) {
    this.removals = removals;
    this.answers = answers;
    this.databases = databases;
    this.details = details;
    this.failures = failures;
  }

  @GetMapping("/databases/{id}/crawls/{crawl}")
  ResponseEntity<byte[]> account(@PathVariable UUID id, @PathVariable UUID crawl, Visit visit) {
    var found = details.read(crawl);
    var database = databases.find(found.crawl().dataSourceId());
    var path = CrawlParts.path(database.id(), crawl);
    var failed =
        failures.page(crawl, new Place(visit.text("schema"), visit.text("table")), FAILURES + 1);
    var removed =
        removals.page(
            crawl,
            new Removal(visit.text("removed_schema"), visit.text("removed_table")),
            REMOVALS + 1);
    var schemas = Objects.requireNonNullElse(found.schemas(), List.<SchemaCounts>of());
    var total = found.schemasTotal();
    return answers.of(
        new CrawlPage(
            visit.frame("Crawl of " + database.dbName(), "databases"),
            database.dbName(),
            visit.links().to("databases/" + database.id()),
            TIME.format(found.crawl().createdAt()),
            CrawlParts.of(visit, found),
            schemas.stream().map(CrawlPageController::row).toList(),
            total == null
                ? Texts.number(schemas.size())
                : "the first " + Texts.number(schemas.size()) + " of " + Texts.number(total),
            failed.stream().limit(FAILURES).map(CrawlPageController::row).toList(),
            failed.size() > FAILURES
                ? visit.links().to(path + "?" + after(failed.get(FAILURES - 1)))
                : null,
            removed.stream()
                .limit(REMOVALS)
                .map(removal -> removal.schema() + "." + removal.table())
                .toList(),
            removed.size() > REMOVALS
                ? visit.links().to(path + "?" + after(removed.get(REMOVALS - 1)))
                : null,
            wouldRemove(found)));
  }

  /** Says of how many schemas how many tables would be removed. */
  private static List<String> wouldRemove(CrawlDetails found) {
    var all = found.wouldRemove();
    return all == null
        ? List.of()
        : all.schemas().stream()
            .map(schema -> schema.schema() + ": " + Texts.count(schema.tables(), "table", "tables"))
            .toList();
  }

  private static String after(Removal last) {
    return "removed_schema=%s&removed_table=%s"
        .formatted(Links.encoded(last.schema()), Links.encoded(last.table()));
  }

  private static String after(Failure last) {
    return "schema=%s&table=%s"
        .formatted(Links.encoded(last.schema()), Links.encoded(last.table()));
  }

  private static SchemaRow row(SchemaCounts counts) {
    return new SchemaRow(
        counts.schema(),
        Stream.of(
                counts.tablesSeen(),
                counts.tablesIndexed(),
                counts.tablesUnchanged(),
                counts.tablesExcluded(),
                counts.tablesFailed(),
                counts.tablesRemoved())
            .map(Texts::number)
            .toList());
  }

  private static FailureRow row(Failure failure) {
    return new FailureRow(
        failure.schema() + "." + failure.table(), failure.code(), failure.message());
  }
}
