package io.gazetteer.api.crawls.changes;

import io.gazetteer.api.crawls.changes.SchemaChange.Position;
import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.web.Csv;
import io.gazetteer.api.web.input.Cursor;
import io.gazetteer.api.web.input.FormatParameter;
import io.gazetteer.api.web.input.Parameters;
import io.gazetteer.common.catalog.DataSources;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Lists the history of a database's schema, in pages. */
@RestController
final class ChangeController {
  private static final Cursor.Shape POSITION =
      new Cursor.Shape(List.of(ChangeController::isLong, ChangeController::isLong));
  private static final String PATH = "/api/db-credentials/{id}/changes";
  private static final int LARGEST_PAGE = 100;
  private static final int ROWS_AT_ONCE = 1000;

  private final SchemaChanges changes;
  private final DataSources dataSources;

  ChangeController(SchemaChanges changes, DataSources dataSources) {
    this.changes = changes;
    this.dataSources = dataSources;
  }

  /**
   * @param nextCursor null on the last page
   * @param resumeCursor the end of this page, last or not: later it leads to what has come since;
   *     null while there has been no change
   */
  record ChangePage(
      List<SchemaChange> changes, @Nullable String nextCursor, @Nullable String resumeCursor) {}

  @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  ChangePage list(@PathVariable UUID id, Parameters parameters) {
    int limit = parameters.limit(LARGEST_PAGE, LARGEST_PAGE);
    var cursor = parameters.cursor(POSITION);
    var filter = filter(id, parameters);
    var found = changes.page(filter, position(cursor), limit + 1);
    var page = found.stream().limit(limit).toList();
    var end =
        page.isEmpty()
            ? parameters.find("cursor").orElse(null)
            : Cursor.encode(page.getLast().position().epoch(), page.getLast().position().id());
    return new ChangePage(page, found.size() > limit ? end : null, end);
  }

  /** Answers all changes behind the cursor as rows, some of them in memory at a time. */
  @GetMapping(path = PATH, produces = Csv.MEDIA_TYPE)
  void csv(@PathVariable UUID id, Parameters parameters, HttpServletResponse response)
      throws IOException {
    if (parameters.find("limit").isPresent()) {
      parameters.refuse("limit", "is not for rows, which are all changes");
    }
    var cursor = parameters.cursor(POSITION);
    var filter = filter(id, parameters);
    response.setContentType(Csv.CONTENT_TYPE);
    var out = response.getOutputStream();
    out.write(
        Csv.row("at", "schema", "table", "change", "column", "before", "after", "crawl_id")
            .getBytes(StandardCharsets.UTF_8));
    var position = position(cursor);
    List<SchemaChange> some;
    do {
      some = changes.page(filter, position, ROWS_AT_ONCE);
      for (SchemaChange change : some) {
        out.write(row(change).getBytes(StandardCharsets.UTF_8));
        position = change.position();
      }
      out.flush();
    } while (some.size() == ROWS_AT_ONCE);
  }

  private static String row(SchemaChange change) {
    return Csv.row(
        change.at().toString(),
        change.schema(),
        change.table(),
        change.change(),
        change.column(),
        change.before(),
        change.after(),
        change.crawlId().toString());
  }

  private ChangeFilter filter(UUID id, Parameters parameters) {
    var filter = ChangeFilter.of(id, parameters);
    FormatParameter.read(parameters, "json", "csv");
    parameters.check();
    if (dataSources.find(id).isEmpty()) {
      throw new NotFoundException("There are no such credentials");
    }
    return filter;
  }

  private static boolean isLong(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong();
  }

  private static Position position(List<JsonNode> cursor) {
    return cursor.isEmpty()
        ? Position.START
        : new Position(cursor.get(0).longValue(), cursor.get(1).longValue());
  }
}
