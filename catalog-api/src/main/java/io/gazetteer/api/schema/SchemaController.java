package io.gazetteer.api.schema;

import io.gazetteer.api.crawls.progress.CrawlView;
import io.gazetteer.api.schema.caching.Edition;
import io.gazetteer.api.schema.caching.Editions;
import io.gazetteer.api.schema.caching.KeptAnswers;
import io.gazetteer.api.web.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The whole schema of a database, streamed. */
@RestController
final class SchemaController {
  private static final String PATH = "/api/db-schema";
  private static final String NEXT_CURSOR = "X-Next-Cursor";
  private static final String RETRY_SECONDS = "2";

  private final Databases databases;
  private final Editions editions;
  private final SchemaPages pages;
  private final SchemaWriter writer;
  private final KeptAnswers answers;

  SchemaController(
      Databases databases,
      Editions editions,
      SchemaPages pages,
      SchemaWriter writer,
      KeptAnswers answers) {
    this.databases = databases;
    this.editions = editions;
    this.pages = pages;
    this.writer = writer;
    this.answers = answers;
  }

  @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  void schema(Parameters parameters, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var query = SchemaQuery.of(parameters, databases);
    var edition = start(query, MediaType.APPLICATION_JSON_VALUE, response);
    var newest = edition.newest();
    var crawl = newest == null ? null : CrawlView.of(newest);
    answers.answer(
        subject(query, edition, crawl, true),
        request,
        response,
        out -> {
          var page = pages.find(query);
          if (wantsBody(request)) {
            writer.writeSchema(query, crawl, page, out);
          }
        });
  }

  @GetMapping(path = PATH, produces = MediaType.APPLICATION_NDJSON_VALUE)
  void lines(Parameters parameters, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var query = SchemaQuery.of(parameters, databases);
    var edition = start(query, MediaType.APPLICATION_NDJSON_VALUE, response);
    answers.answer(
        subject(query, edition, null, false),
        request,
        response,
        out -> {
          var page = pages.find(query);
          if (page.nextCursor() != null) {
            response.setHeader(NEXT_CURSOR, page.nextCursor());
          }
          if (wantsBody(request)) {
            writer.writeLines(query, page, out);
          }
        });
  }

  /** While the first crawl runs, what is there so far is no answer yet. */
  private Edition start(SchemaQuery query, String mediaType, HttpServletResponse response) {
    var edition = editions.find(query.source().id());
    response.setContentType(mediaType);
    if (edition.isFirst()) {
      response.setStatus(HttpStatus.ACCEPTED.value());
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    return edition;
  }

  /**
   * @param crawl the crawl the answer shows, if it does
   * @param inMemory not for lines: whoever asks for them wants all, once
   */
  private static KeptAnswers.Subject subject(
      SchemaQuery query, Edition edition, @Nullable CrawlView crawl, boolean inMemory) {
    var source = query.source();
    var validator =
        edition.isFirst()
            ? null
            : edition.validator(
                source,
                inMemory ? "schema" : "lines",
                query.schema(),
                query.limit(),
                query.after(),
                crawl);
    return new KeptAnswers.Subject(source.id(), validator, inMemory);
  }

  /** A HEAD request must not have a million columns read for nothing. */
  private static boolean wantsBody(HttpServletRequest request) {
    return !request.getMethod().equals(HttpMethod.HEAD.name());
  }
}
