package io.gazetteer.api.identity.audit;

import io.gazetteer.api.web.Csv;
import io.gazetteer.api.web.input.AsOf;
import io.gazetteer.api.web.input.Cursor;
import io.gazetteer.api.web.input.FormatParameter;
import io.gazetteer.api.web.input.Parameters;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Lists who did what, the newest first. */
@RestController
final class AuditController {
  private static final Cursor.Shape ID = new Cursor.Shape(List.of(JsonNode::canConvertToLong));
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 100;
  private static final int ROWS_AT_ONCE = 1000;
  private static final String PATH = "/api/audit";

  private final AuditLog events;

  AuditController(AuditLog events) {
    this.events = events;
  }

  record Page(List<AuditEvent> events, @Nullable String nextCursor) {}

  @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  Page list(Parameters parameters) {
    int limit = parameters.limit(USUAL_PAGE, LARGEST_PAGE);
    var cursor = parameters.cursor(ID);
    var wanted = wanted(parameters);
    var found = events.page(before(cursor), wanted, limit + 1);
    var page = found.stream().limit(limit).toList();
    return new Page(page, found.size() > limit ? Cursor.encode(page.getLast().id()) : null);
  }

  /** Answers all events before the cursor as rows, some of them in memory at a time. */
  @GetMapping(path = PATH, produces = Csv.MEDIA_TYPE)
  void csv(Parameters parameters, HttpServletResponse response) throws IOException {
    if (parameters.find("limit").isPresent()) {
      parameters.refuse("limit", "is not for rows, which are all events");
    }
    long before = before(parameters.cursor(ID));
    var wanted = wanted(parameters);
    response.setContentType(Csv.CONTENT_TYPE);
    var out = response.getOutputStream();
    out.write(AuditEvent.csvHeading().getBytes(StandardCharsets.UTF_8));
    List<AuditEvent> some;
    do {
      some = events.page(before, wanted, ROWS_AT_ONCE);
      for (AuditEvent event : some) {
        out.write(event.csv().getBytes(StandardCharsets.UTF_8));
        before = event.id();
      }
      out.flush();
    } while (some.size() == ROWS_AT_ONCE);
  }

  private static AuditLog.Wanted wanted(Parameters parameters) {
    var wanted =
        new AuditLog.Wanted(
            parameters.find("action"),
            parameters.find("actor"),
            parameters.find("subject"),
            Optional.ofNullable(AsOf.read("since", parameters)),
            Optional.ofNullable(AsOf.read("until", parameters)));
    FormatParameter.read(parameters, "json", "csv");
    parameters.check();
    return wanted;
  }

  private static long before(List<JsonNode> cursor) {
    return cursor.isEmpty() ? Long.MAX_VALUE : cursor.getFirst().longValue();
  }
}
