package io.gazetteer.api.search;

import io.gazetteer.api.web.Cursor;
import io.gazetteer.api.web.Parameters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Ranked search over tables and columns. */
@RestController
final class SearchController {
  private static final int MOST_CHARACTERS = 500;
  private static final int USUAL_PAGE = 20;
  private static final int LARGEST_PAGE = 100;

  /** Whether typos were forgiven, then the last hit's score, name, schema, table, data source. */
  private static final Cursor.Shape LAST_HIT =
      new Cursor.Shape(
          List.of(
              JsonNode::isBoolean,
              JsonNode::isNumber,
              SearchController::isTextOrNull,
              SearchController::isTextOrNull,
              SearchController::isTextOrNull,
              SearchController::isTextOrNull));

  private final Search search;
  private final SearchFilters filters;
  private final SearchAnswers answers;

  SearchController(Search search, SearchFilters filters, SearchAnswers answers) {
    this.search = search;
    this.filters = filters;
    this.answers = answers;
  }

  @GetMapping("/api/search")
  SearchAnswer search(Parameters parameters) {
    long start = System.nanoTime();
    var cursor = parameters.cursor(LAST_HIT);
    var request = request(parameters, cursor);
    boolean forgiving = !cursor.isEmpty() && cursor.getFirst().booleanValue();
    var found = search.find(request, forgiving);
    return answers.of(request, found, Duration.ofNanos(System.nanoTime() - start).toMillis());
  }

  private SearchRequest request(Parameters parameters, List<JsonNode> cursor) {
    var text = text(parameters);
    var kind = kind(parameters);
    int limit = parameters.limit(USUAL_PAGE, LARGEST_PAGE);
    Map<String, List<String>> narrow = filters.read(parameters);
    parameters.check();
    var after = cursor.isEmpty() ? cursor : cursor.subList(1, cursor.size());
    return new SearchRequest(text, Words.ofQuery(text), kind, narrow, limit, after);
  }

  private static String text(Parameters parameters) {
    var text = parameters.text("q").strip();
    if (text.isEmpty() && parameters.find("q").isPresent()) {
      parameters.refuse("q", "must not be blank");
    } else if (text.length() > MOST_CHARACTERS) {
      parameters.refuse("q", "has at most " + MOST_CHARACTERS + " characters");
    }
    return text;
  }

  private static boolean isTextOrNull(JsonNode node) {
    return node.isString() || node.isNull();
  }

  private static HitKind kind(Parameters parameters) {
    var name = parameters.find("kind");
    var kind = name.flatMap(HitKind::lookup);
    if (name.isPresent() && kind.isEmpty()) {
      parameters.refuse("kind", "must be table or column");
    }
    return kind.orElse(HitKind.ALL);
  }
}
