package io.gazetteer.api.schema;

import io.gazetteer.api.crawls.CrawlView;
import io.gazetteer.api.web.Cursor;
import io.gazetteer.api.web.Parameters;
import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.DataSource;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** The whole schema of a database, streamed. */
@RestController
final class SchemaController {
  private static final String PATH = "/api/db-schema";
  private static final String NEXT_CURSOR = "X-Next-Cursor";
  private static final String RETRY_SECONDS = "2";
  private static final int LARGEST_PAGE = 1000;
  private static final Cursor.Shape TABLE =
      new Cursor.Shape(List.of(JsonNode::isString, JsonNode::isString));

  private final Databases databases;
  private final FirstCrawl firstCrawl;
  private final TableIndex index;
  private final TableStream stream;
  private final SchemaJson json;

  SchemaController(
      Databases databases,
      FirstCrawl firstCrawl,
      TableIndex index,
      TableStream stream,
      SchemaJson json) {
    this.databases = databases;
    this.firstCrawl = firstCrawl;
    this.index = index;
    this.stream = stream;
    this.json = json;
  }

  /**
   * What is asked for.
   *
   * @param limit null for all tables in one answer
   */
  private record Query(
      DataSource source, TableFilter filter, @Nullable Integer limit, @Nullable TableRef after) {}

  /**
   * @param tables the first of them
   * @param nextCursor null when the answer goes on to the last table
   */
  private record Page(TableIndex.Page tables, @Nullable String nextCursor) {}

  @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  void schema(Parameters parameters, HttpServletResponse response) throws IOException {
    var query = query(parameters);
    var crawl = start(query.source(), response);
    var page = page(query);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    var out = json.open(response.getOutputStream());
    out.writeStartObject();
    SchemaJson.writeDatabase(query.source(), out);
    out.writePOJOProperty("crawl", crawl.map(CrawlView::of).orElse(null));
    out.writeNumberProperty("table_count", page.tables().total());
    out.writeArrayPropertyStart("tables");
    write(query, page, out);
    out.writeEndArray();
    out.writeStringProperty("next_cursor", page.nextCursor());
    out.writeEndObject();
    out.close();
  }

  @GetMapping(path = PATH, produces = MediaType.APPLICATION_NDJSON_VALUE)
  void lines(Parameters parameters, HttpServletResponse response) throws IOException {
    var query = query(parameters);
    start(query.source(), response);
    var page = page(query);
    response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
    if (page.nextCursor() != null) {
      response.setHeader(NEXT_CURSOR, page.nextCursor());
    }
    var out = json.openLines(response.getOutputStream());
    write(query, page, out);
    if (!page.tables().tables().isEmpty()) {
      out.writeRaw('\n');
    }
    out.close();
  }

  private Query query(Parameters parameters) {
    var wanted = Databases.Wanted.of(parameters);
    var limit = parameters.integer("limit", 1, LARGEST_PAGE);
    var cursor = parameters.cursor(TABLE);
    var schema = parameters.find("schema");
    parameters.check();
    var source = databases.find(wanted);
    var all = TableFilter.of(source.id());
    var filter = schema.map(name -> all.with("schema", name)).orElse(all);
    var after =
        cursor.isEmpty()
            ? null
            : new TableRef("", cursor.get(0).stringValue(), cursor.get(1).stringValue(), 0);
    return new Query(source, filter, limit, after);
  }

  /** While the first crawl runs, what is there so far is no answer yet. */
  private Optional<Crawl> start(DataSource source, HttpServletResponse response) {
    if (firstCrawl.isRunning(source.id())) {
      response.setStatus(HttpStatus.ACCEPTED.value());
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    return firstCrawl.newest(source.id());
  }

  private Page page(Query query) {
    var limit = query.limit();
    if (limit == null) {
      return new Page(index.list(query.filter(), query.after(), TableStream.LISTED_AT_ONCE), null);
    }
    var found = index.list(query.filter(), query.after(), limit + 1);
    if (found.tables().size() <= limit) {
      return new Page(found, null);
    }
    var tables = found.tables().subList(0, limit);
    var last = tables.getLast();
    return new Page(
        new TableIndex.Page(tables, found.total()), Cursor.encode(last.schema(), last.name()));
  }

  private void write(Query query, Page page, JsonGenerator out) {
    if (query.limit() == null) {
      stream.writeAll(query.filter(), page.tables(), out);
    } else {
      stream.write(query.filter(), page.tables().tables(), out);
    }
  }
}
