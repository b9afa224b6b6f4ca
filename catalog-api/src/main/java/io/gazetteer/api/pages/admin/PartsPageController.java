package io.gazetteer.api.pages.admin;

import io.gazetteer.api.operations.health.PartView;
import io.gazetteer.api.operations.health.PartsReport;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.pages.admin.PartsPage;
import io.gazetteer.pages.admin.PartsPage.LagRow;
import io.gazetteer.pages.admin.PartsPage.Row;
import io.gazetteer.pages.database.StateView;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows how the parts are: the first page of administration. */
@Controller
final class PartsPageController {
  private static final Map<String, String> NAMES =
      Map.of(
          "postgresql", "PostgreSQL, the catalog store",
          "kafka", "Kafka",
          "elasticsearch", "Elasticsearch",
          "index", "Search index",
          "worker", "Workers");

  private final Answers answers;
  private final PartsReport report;

  PartsPageController(Answers answers, PartsReport report) {
    this.answers = answers;
    this.report = report;
  }

  @GetMapping("/admin")
  ResponseEntity<byte[]> show(Visit visit) {
    return answers.of(
        new PartsPage(
            visit.frame("Health", "admin"),
            report.read().stream().map(PartsPageController::row).toList()));
  }

  private static Row row(PartView part) {
    return new Row(
        NAMES.getOrDefault(part.name(), part.name()),
        state(part.state()),
        part.lags().stream()
            .map(
                lag ->
                    new LagRow(
                        lag.what(),
                        Texts.number(lag.waiting()),
                        lag.waiting() == 0 || lag.oldestSeconds() == 0
                            ? "–"
                            : Texts.span(lag.oldestSeconds())))
            .toList());
  }

  private static StateView state(String state) {
    return switch (state) {
      case "UP", "OPEN" -> new StateView("up", "good", "check");
      case "DOWN" -> new StateView("does not answer", "bad", "warning");
      case "MISSING" -> new StateView("missing", "bad", "warning");
      default -> new StateView(state.toLowerCase(Locale.ROOT).replace('_', ' '), "warn", "warning");
    };
  }
}
