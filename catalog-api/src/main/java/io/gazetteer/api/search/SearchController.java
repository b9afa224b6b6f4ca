package io.gazetteer.api.search;

import io.gazetteer.api.search.paging.SearchCursor;
import io.gazetteer.api.web.Parameters;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers searches over tables and columns. */
@RestController
final class SearchController {
  private static final String PATH = "/api/search";
  private static final int USUAL_PAGE = 20;
  private static final int LARGEST_PAGE = 100;

  private final Search search;
  private final SearchRequestReader requests;
  private final SearchAnswers answers;
  private final SearchExport export;

  SearchController(
      Search search, SearchRequestReader requests, SearchAnswers answers, SearchExport export) {
    this.search = search;
    this.requests = requests;
    this.answers = answers;
    this.export = export;
  }

  @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  SearchAnswer search(Parameters parameters) {
    long start = System.nanoTime();
    int limit = parameters.limit(USUAL_PAGE, LARGEST_PAGE);
    var cursor = parameters.cursor(SearchCursor::read);
    var request = requests.read(parameters, limit);
    var page =
        cursor.isEmpty()
            ? search.first(request)
            : search.next(request, cursor.get()).orElseThrow(Parameters::madeUpCursor);
    return answers.of(request, page, Duration.ofNanos(System.nanoTime() - start).toMillis());
  }

  /** Answers every hit as a line. */
  @GetMapping(path = PATH, produces = MediaType.APPLICATION_NDJSON_VALUE)
  void lines(Parameters parameters, HttpServletResponse response) throws IOException {
    var limit = parameters.find("limit");
    var cursor = parameters.find("cursor");
    if (limit.isPresent() || cursor.isPresent()) {
      parameters.refuse("limit", "is not for lines, which are all hits");
    }
    var hits = export.start(requests.read(parameters, SearchExport.AT_ONCE));
    response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
    hits.writeTo(response.getOutputStream());
  }
}
