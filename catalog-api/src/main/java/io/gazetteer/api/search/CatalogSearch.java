package io.gazetteer.api.search;

import io.gazetteer.api.search.paging.SearchCursor;
import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.input.Parameters;
import io.gazetteer.api.web.problems.Problem;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Searches as the API and the pages do it. Thread safe. */
@Component
@FromRequest
public final class CatalogSearch {
  private static final int USUAL_PAGE = 20;
  private static final int LARGEST_PAGE = 100;

  private final Search search;
  private final SearchRequestReader requests;
  private final SearchAnswers answers;
  private final SearchExport export;

  CatalogSearch(
      Search search, SearchRequestReader requests, SearchAnswers answers, SearchExport export) {
    this.search = search;
    this.requests = requests;
    this.answers = answers;
    this.export = export;
  }

  /**
   * Finds a page of hits.
   *
   * @throws Problem that names every wrong parameter
   */
  public SearchAnswer page(Parameters parameters) {
    long start = System.nanoTime();
    int limit = parameters.limit(USUAL_PAGE, LARGEST_PAGE);
    var cursor = parameters.cursor(SearchCursor::read);
    var request = requests.read(parameters, limit, true);
    var page =
        cursor.isEmpty()
            ? search.first(request)
            : search.next(request, cursor.get()).orElseThrow(Parameters::madeUpCursor);
    return answers.of(request, page, Duration.ofNanos(System.nanoTime() - start).toMillis());
  }

  /**
   * Finds all hits, of which the first are found when this returns.
   *
   * @throws Problem that names every wrong parameter
   */
  public SearchExport.Hits all(Parameters parameters) {
    return export.start(requests.read(parameters, SearchExport.AT_ONCE, false));
  }
}
