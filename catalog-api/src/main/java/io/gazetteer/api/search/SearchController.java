package io.gazetteer.api.search;

import io.gazetteer.api.search.paging.Place;
import io.gazetteer.api.search.query.Query;
import io.gazetteer.api.search.query.QueryMistakeException;
import io.gazetteer.api.search.query.QueryParser;
import io.gazetteer.api.web.Parameters;
import io.gazetteer.api.web.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Ranked search over tables and columns. */
@RestController
final class SearchController {
  private static final String PATH = "/api/search";
  private static final int USUAL_PAGE = 20;
  private static final int LARGEST_PAGE = 100;

  private final Search search;
  private final SearchFilters filters;
  private final SearchAnswers answers;
  private final SearchExport export;

  SearchController(
      Search search, SearchFilters filters, SearchAnswers answers, SearchExport export) {
    this.search = search;
    this.filters = filters;
    this.answers = answers;
    this.export = export;
  }

  @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  SearchAnswer search(Parameters parameters) {
    long start = System.nanoTime();
    int limit = parameters.limit(USUAL_PAGE, LARGEST_PAGE);
    var cursor = parameters.cursor(Place.SHAPE);
    var request = request(parameters, limit);
    var found = cursor.isEmpty() ? search.first(request) : next(request, cursor, parameters);
    return answers.of(request, found, Duration.ofNanos(System.nanoTime() - start).toMillis());
  }

  private Search.Found next(SearchRequest request, List<JsonNode> cursor, Parameters parameters) {
    var found = search.next(request, Place.of(cursor), Place.remembered(cursor));
    if (found.isEmpty()) {
      parameters.refuseCursor();
      parameters.check();
    }
    return found.orElseThrow();
  }

  /** Every hit, one a line. */
  @GetMapping(path = PATH, produces = MediaType.APPLICATION_NDJSON_VALUE)
  void lines(Parameters parameters, HttpServletResponse response) throws IOException {
    var limit = parameters.find("limit");
    var cursor = parameters.find("cursor");
    if (limit.isPresent() || cursor.isPresent()) {
      parameters.refuse("limit", "is not for lines, which are all hits");
    }
    var hits = export.start(request(parameters, SearchExport.AT_ONCE));
    response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
    hits.writeTo(response.getOutputStream());
  }

  private SearchRequest request(Parameters parameters, int limit) {
    var text = parameters.text("q");
    var explain = parameters.flag("explain");
    var narrow = filters.read(parameters);
    parameters.check();
    return new SearchRequest(parse(text), narrow.kinds(), narrow.filters(), limit, explain);
  }

  private static Query parse(String text) {
    try {
      return QueryParser.parse(text);
    } catch (QueryMistakeException e) {
      throw Problem.query("q", String.valueOf(e.getMessage()), e.position(), e.hint());
    }
  }
}
