package io.gazetteer.api.pages.databases;

import io.gazetteer.api.crawls.control.CrawlControl;
import io.gazetteer.api.crawls.control.CrawlStarter;
import io.gazetteer.api.crawls.progress.CrawlDetailsReader;
import io.gazetteer.api.failure.DomainException;
import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.sources.connectioncheck.ConnectionChecks;
import io.gazetteer.api.web.input.FormFields;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One registered database: its crawls, and what people decide about them. */
@Controller
final class DatabaseController {
  private final Answers answers;
  private final DatabaseViews views;
  private final CrawlStarter starter;
  private final CrawlControl control;
  private final ConnectionChecks checks;
  private final CrawlDetailsReader details;

  DatabaseController(
      Answers answers,
      DatabaseViews views,
      CrawlStarter starter,
      CrawlControl control,
      ConnectionChecks checks,
      CrawlDetailsReader details) {
    this.answers = answers;
    this.views = views;
    this.starter = starter;
    this.control = control;
    this.checks = checks;
    this.details = details;
  }

  @GetMapping("/databases/{id}")
  ResponseEntity<byte[]> show(@PathVariable UUID id, Visit visit) {
    return answers.of(views.page(visit, id, null, null));
  }

  @PostMapping("/databases/{id}/test")
  ResponseEntity<byte[]> test(@PathVariable UUID id, Visit visit, FormFields form) {
    var report = checks.of(id, Callers.current());
    return answers.of(views.page(visit, id, null, Reports.of(report)));
  }

  @PostMapping("/databases/{id}/crawl")
  ResponseEntity<byte[]> crawl(@PathVariable UUID id, Visit visit, FormFields form) {
    try {
      starter.start(id);
      return answers.goTo(visit, "databases/" + id);
    } catch (NotFoundException e) {
      throw e;
    } catch (DomainException e) {
      return answers.again(views.page(visit, id, e.getMessage(), null));
    }
  }

  /** A part of a page, for the script that follows a crawl. */
  @GetMapping("/databases/{id}/crawls/{crawl}/live")
  ResponseEntity<byte[]> live(@PathVariable UUID id, @PathVariable UUID crawl, Visit visit) {
    return answers.of(CrawlParts.of(visit, details.read(crawl)));
  }

  @PostMapping("/databases/{id}/crawls/{crawl}/cancel")
  ResponseEntity<byte[]> cancel(
      @PathVariable UUID id, @PathVariable UUID crawl, Visit visit, FormFields form) {
    details.read(crawl);
    return control.cancel(crawl).isPresent()
        ? answers.goTo(visit, "databases/" + id)
        : answers.again(views.page(visit, id, "The crawl was over already.", null));
  }

  @PostMapping("/databases/{id}/crawls/{crawl}/confirm")
  ResponseEntity<byte[]> confirm(
      @PathVariable UUID id, @PathVariable UUID crawl, Visit visit, FormFields form) {
    details.read(crawl);
    return control.confirm(crawl).isPresent()
        ? answers.goTo(visit, "databases/" + id)
        : answers.again(
            views.page(
                visit,
                id,
                "Only the newest crawl of a database can be confirmed, and only when it is held.",
                null));
  }
}
