package io.gazetteer.api.identity.audit;

import io.gazetteer.api.web.Cursor;
import io.gazetteer.api.web.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
final class AuditController {
  private static final Cursor.Shape ID = new Cursor.Shape(List.of(JsonNode::canConvertToLong));
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 100;

  private final AuditLog events;

  AuditController(AuditLog events) {
    this.events = events;
  }

  record Page(List<AuditEvent> events, @Nullable String nextCursor) {}

  @GetMapping("/api/audit")
  Page list(Parameters parameters) {
    int limit = parameters.limit(USUAL_PAGE, LARGEST_PAGE);
    var cursor = parameters.cursor(ID);
    var action = parameters.find("action");
    var actor = parameters.find("actor");
    var subject = parameters.find("subject");
    parameters.check();
    long before = cursor.isEmpty() ? Long.MAX_VALUE : cursor.getFirst().longValue();
    var found = events.page(before, new AuditLog.Wanted(action, actor, subject), limit + 1);
    var page = found.stream().limit(limit).toList();
    return new Page(page, found.size() > limit ? Cursor.encode(page.getLast().id()) : null);
  }
}
