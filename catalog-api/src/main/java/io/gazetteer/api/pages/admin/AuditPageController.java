package io.gazetteer.api.pages.admin;

import io.gazetteer.api.identity.audit.AuditEvent;
import io.gazetteer.api.identity.audit.AuditLog;
import io.gazetteer.api.identity.audit.AuditLog.Wanted;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Times;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.admin.AuditPage;
import io.gazetteer.pages.admin.AuditPage.Filters;
import io.gazetteer.pages.admin.AuditPage.Row;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Shows what was done by whom, and gives it to take away. */
@Controller
final class AuditPageController {
  private static final int AT_ONCE = 50;
  private static final int AT_ONCE_IN_FILES = 1_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private static final Filters NO_FILTERS = new Filters("", "", "", "", "");

  private final Answers answers;
  private final AuditLog events;

  AuditPageController(Answers answers, AuditLog events) {
    this.answers = answers;
    this.events = events;
  }

  @GetMapping("/admin/audit")
  ResponseEntity<byte[]> show(Visit visit) {
    var filters = filters(visit);
    var before = visit.text("before");
    var found =
        events.page(
            before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE,
            wanted(filters),
            AT_ONCE + 1);
    var shown = found.stream().limit(AT_ONCE).toList();
    var links = visit.links();
    return answers.of(
        new AuditPage(
            visit.frame("Audit", "admin"),
            filters,
            shown.stream().map(AuditPageController::row).toList(),
            found.size() > AT_ONCE
                ? links.to(path("admin/audit", filters) + "&before=" + shown.getLast().id())
                : null,
            links.to(path("admin/audit.csv", filters)),
            links.to(path("admin/audit.jsonl", filters)),
            filters.equals(NO_FILTERS) ? null : links.to("admin/audit"),
            Times.complaint(filters.since(), filters.until())));
  }

  private static Filters filters(Visit visit) {
    return new Filters(
        visit.text("action").strip().replace('_', ' '),
        visit.text("actor").strip(),
        visit.text("subject").strip(),
        visit.text("since"),
        visit.text("until"));
  }

  private static Wanted wanted(Filters filters) {
    return new Wanted(
        orNone(filters.action()).map(action -> action.replace(' ', '_')),
        orNone(filters.actor()),
        orNone(filters.subject()),
        Times.read(filters.since()),
        Times.read(filters.until()));
  }

  private static Optional<String> orNone(String text) {
    return Optional.of(text.replace("\0", "")).filter(given -> !given.isEmpty());
  }

  private static String path(String page, Filters filters) {
    return page
        + "?action=%s&actor=%s&subject=%s&since=%s&until=%s"
            .formatted(
                Links.encoded(filters.action()),
                Links.encoded(filters.actor()),
                Links.encoded(filters.subject()),
                Links.encoded(filters.since()),
                Links.encoded(filters.until()));
  }

  private static Row row(AuditEvent event) {
    return new Row(
        TIME.format(event.at()),
        Objects.requireNonNullElse(event.actor(), "nobody"),
        event.via() + (event.address() == null ? "" : " from " + event.address()),
        event.action().replace('_', ' '),
        orEmpty(event.target()),
        event.details().equals("{}") ? "" : event.details());
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  @GetMapping("/admin/audit.csv")
  void csv(Visit visit, HttpServletResponse response) throws IOException {
    begin(response, "text/csv;charset=UTF-8", "audit.csv");
    response.getOutputStream().write(AuditEvent.csvHeading().getBytes(StandardCharsets.UTF_8));
    write(visit, response, AuditEvent::csv);
  }

  @GetMapping("/admin/audit.jsonl")
  void lines(Visit visit, HttpServletResponse response) throws IOException {
    begin(response, "application/x-ndjson", "audit.jsonl");
    write(visit, response, event -> JSON.writeValueAsString(event) + "\n");
  }

  private static void begin(HttpServletResponse response, String type, String name) {
    response.setContentType(type);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
  }

  /** Writes all events that fit, a part at a time, so that memory stays flat. */
  private void write(Visit visit, HttpServletResponse response, Function<AuditEvent, String> line)
      throws IOException {
    var wanted = wanted(filters(visit));
    var out = response.getOutputStream();
    var some = events.page(Long.MAX_VALUE, wanted, AT_ONCE_IN_FILES);
    while (!some.isEmpty()) {
      for (AuditEvent event : some) {
        out.write(line.apply(event).getBytes(StandardCharsets.UTF_8));
      }
      out.flush();
      some = events.page(some.getLast().id(), wanted, AT_ONCE_IN_FILES);
    }
  }
}
