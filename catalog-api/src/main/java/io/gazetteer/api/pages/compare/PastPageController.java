package io.gazetteer.api.pages.compare;

import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.ChangeTexts;
import io.gazetteer.api.pages.Mistakes;
import io.gazetteer.api.pages.TablePath;
import io.gazetteer.api.pages.Times;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.schema.past.PastTables;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.api.sources.DataSourceEntry;
import io.gazetteer.pages.change.PastPage;
import io.gazetteer.pages.change.PastPage.ColumnRow;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;

/** Shows a table as it was at a time. */
@Controller
final class PastPageController {
  private static final Map<String, String> KEYS = keys();

  private final Answers answers;
  private final PastTables tables;
  private final DataSourceDirectory sources;
  private final Clock clock;

  PastPageController(Answers answers, PastTables tables, DataSourceDirectory sources, Clock clock) {
    this.answers = answers;
    this.tables = tables;
    this.sources = sources;
    this.clock = clock;
  }

  private static Map<String, String> keys() {
    var keys = new LinkedHashMap<String, String>();
    keys.put("unique_constraints", "unique");
    keys.put("foreign_keys", "foreign key");
    keys.put("indexes", "index");
    keys.put("check_constraints", "check");
    keys.put("exclusion_constraints", "exclusion");
    return keys;
  }

  @GetMapping("/past")
  ResponseEntity<byte[]> show(Visit visit) {
    var paths = new TablePath(sources.now());
    var source =
        paths
            .find(visit.text("db"))
            .orElseThrow(() -> new NotFoundException("No database is registered under this name"));
    var at = Times.read(visit.text("as_of"));
    if (at.isEmpty()) {
      var said = visit.text("as_of").isEmpty() ? "Choose a time." : "This is no time.";
      return answers.of(page(visit, source, paths, clock.instant(), said, null));
    }
    try {
      var table = tables.find(source.id(), visit.text("schema"), visit.text("table"), at.get());
      return answers.of(page(visit, source, paths, at.get(), null, table));
    } catch (NotFoundException e) {
      return answers.again(page(visit, source, paths, at.get(), Mistakes.sentence(e), null));
    }
  }

  private static PastPage page(
      Visit visit,
      DataSourceEntry source,
      TablePath paths,
      Instant at,
      @Nullable String complaint,
      @Nullable JsonNode table) {
    var schema = visit.text("schema");
    var name = visit.text("table");
    return new PastPage(
        visit.frame(name, "changes"),
        visit.text("db"),
        schema,
        name,
        Times.write(at),
        complaint,
        visit.links().to(paths.of(source.id().toString(), source.dbName(), schema, name)),
        table == null
            ? List.of()
            : table.path("columns").valueStream().map(PastPageController::row).toList(),
        table == null ? List.of() : rules(table));
  }

  private static ColumnRow row(JsonNode column) {
    return new ColumnRow(
        text(column, "name"),
        text(column, "data_type"),
        column.path("primary_key").asBoolean(false) ? "PK" : "",
        column.path("nullable").asBoolean(true) ? "null" : "not null",
        text(column, "default"),
        text(column, "comment"));
  }

  private static List<String> rules(JsonNode table) {
    var rules = new ArrayList<String>();
    KEYS.forEach(
        (list, word) ->
            table
                .path(list)
                .forEach(
                    one ->
                        rules.add(
                            "%s %s %s"
                                .formatted(
                                    word,
                                    text(one, "name"),
                                    String.valueOf(ChangeTexts.value(one.toString()))))));
    return rules;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
