package io.gazetteer.api.search;

import io.gazetteer.api.web.Parameters;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers searches over tables and columns. */
@RestController
final class SearchController {
  private static final String PATH = "/api/search";

  private final CatalogSearch search;

  SearchController(CatalogSearch search) {
    this.search = search;
  }

  @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  SearchAnswer search(Parameters parameters) {
    return search.page(parameters);
  }

  /** Answers every hit as a line. */
  @GetMapping(path = PATH, produces = MediaType.APPLICATION_NDJSON_VALUE)
  void lines(Parameters parameters, HttpServletResponse response) throws IOException {
    var limit = parameters.find("limit");
    var cursor = parameters.find("cursor");
    if (limit.isPresent() || cursor.isPresent()) {
      parameters.refuse("limit", "is not for lines, which are all hits");
    }
    var hits = search.all(parameters);
    response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
    hits.writeTo(response.getOutputStream());
  }
}
