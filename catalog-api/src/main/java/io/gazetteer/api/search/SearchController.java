package io.gazetteer.api.search;

import io.gazetteer.api.web.Csv;
import io.gazetteer.api.web.input.FormatParameter;
import io.gazetteer.api.web.input.Parameters;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers searches over tables and columns. */
@RestController
final class SearchController {
  private static final String PATH = "/api/search";
  private static final String[] FORMATS = {"json", "ndjson", "csv"};

  private final CatalogSearch search;

  SearchController(CatalogSearch search) {
    this.search = search;
  }

  @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  SearchAnswer search(Parameters parameters) {
    FormatParameter.read(parameters, FORMATS);
    return search.page(parameters);
  }

  /** Answers every hit as a line. */
  @GetMapping(path = PATH, produces = MediaType.APPLICATION_NDJSON_VALUE)
  void lines(Parameters parameters, HttpServletResponse response) throws IOException {
    var hits = all(parameters, response, MediaType.APPLICATION_NDJSON_VALUE);
    hits.writeTo(response.getOutputStream());
  }

  /** Answers every hit as a row. */
  @GetMapping(path = PATH, produces = Csv.MEDIA_TYPE)
  void csv(Parameters parameters, HttpServletResponse response) throws IOException {
    var hits = all(parameters, response, Csv.CONTENT_TYPE);
    SearchCsv.write(hits, response.getOutputStream());
  }

  private SearchExport.Hits all(
      Parameters parameters, HttpServletResponse response, String contentType) {
    FormatParameter.read(parameters, FORMATS);
    var limit = parameters.find("limit");
    var cursor = parameters.find("cursor");
    if (limit.isPresent() || cursor.isPresent()) {
      parameters.refuse("limit", "is not for lines and rows, which are all hits");
    }
    var hits = search.all(parameters);
    response.setContentType(contentType);
    return hits;
  }
}
