package io.gazetteer.api.schema;

import io.gazetteer.api.crawls.progress.CrawlView;
import io.gazetteer.api.schema.caching.AnswerCache;
import io.gazetteer.api.schema.caching.SchemaVersion;
import io.gazetteer.api.schema.caching.SchemaVersions;
import io.gazetteer.api.sources.Databases;
import io.gazetteer.api.web.input.Parameters;
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

/** Streams the whole schema of a database. */
@RestController
final class SchemaController {
  static final String PATH = "/api/db-schema";
  private static final String LINES = "lines";
  private static final String SCHEMA = "schema";
  static final String NEXT_CURSOR = "X-Next-Cursor";
  private static final String RETRY_SECONDS = "2";

  private final Databases databases;
  private final SchemaVersions versions;
  private final SchemaPages pages;
  private final SchemaWriter writer;
  private final AnswerCache answers;

  SchemaController(
      Databases databases,
      SchemaVersions versions,
      SchemaPages pages,
      SchemaWriter writer,
      AnswerCache answers) {
    this.databases = databases;
    this.versions = versions;
    this.pages = pages;
    this.writer = writer;
    this.answers = answers;
  }

  @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  void schema(Parameters parameters, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var query = SchemaQuery.of(parameters, databases);
    var version = start(query, MediaType.APPLICATION_JSON_VALUE, response);
    var newest = version.newest();
    var crawl = newest == null ? null : CrawlView.of(newest);
    answers.answer(
        subject(query, version, SCHEMA, crawl),
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
    var version = start(query, MediaType.APPLICATION_NDJSON_VALUE, response);
    answers.answer(
        subject(query, version, LINES, null),
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

  /** Begins an answer. While the first crawl runs, what is there so far is no answer yet. */
  SchemaVersion start(SchemaQuery query, String mediaType, HttpServletResponse response) {
    var version = versions.find(query.source().id());
    response.setContentType(mediaType);
    if (version.isFirst()) {
      response.setStatus(HttpStatus.ACCEPTED.value());
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    return version;
  }

  /**
   * @param form in which the tables are written; lines are not held in memory: whoever asks for
   *     them wants all, once
   * @param crawl the crawl the answer shows, if it does
   */
  static AnswerCache.Subject subject(
      SchemaQuery query, SchemaVersion version, String form, @Nullable CrawlView crawl) {
    var source = query.source();
    var entityTag =
        version.isFirst()
            ? null
            : version.entityTag(
                source, form, query.schema(), query.tables(), query.limit(), query.after(), crawl);
    // The header with the next cursor is set while the answer is written, and would not be kept.
    boolean hasHeader = query.limit() != null && !form.equals(SCHEMA);
    return new AnswerCache.Subject(source.id(), entityTag, !form.equals(LINES) && !hasHeader);
  }

  /**
   * Says whether a body is wanted: a HEAD request must not have a million columns read for nothing.
   */
  static boolean wantsBody(HttpServletRequest request) {
    return !request.getMethod().equals(HttpMethod.HEAD.name());
  }
}
