package io.gazetteer.api.crawls.changes;

import io.gazetteer.api.crawls.changes.SchemaChange.Position;
import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.web.Cursor;
import io.gazetteer.api.web.Parameters;
import io.gazetteer.common.catalog.DataSources;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Lists the history of a database's schema, in pages. */
@RestController
final class ChangeController {
  private static final Cursor.Shape POSITION =
      new Cursor.Shape(List.of(ChangeController::isLong, ChangeController::isLong));
  private static final int LARGEST_PAGE = 100;

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

  @GetMapping("/api/db-credentials/{id}/changes")
  ChangePage list(@PathVariable UUID id, Parameters parameters) {
    int limit = parameters.limit(LARGEST_PAGE, LARGEST_PAGE);
    var cursor = parameters.cursor(POSITION);
    var filter = ChangeFilter.of(id, parameters);
    parameters.check();
    if (dataSources.find(id).isEmpty()) {
      throw new NotFoundException("There are no such credentials");
    }
    var found = changes.page(filter, position(cursor), limit + 1);
    var page = found.stream().limit(limit).toList();
    var end =
        page.isEmpty()
            ? parameters.find("cursor").orElse(null)
            : Cursor.encode(page.getLast().position().epoch(), page.getLast().position().id());
    return new ChangePage(page, found.size() > limit ? end : null, end);
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
