package io.gazetteer.api.pages.search;

import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.search.CatalogSearch;
import io.gazetteer.api.search.SearchCsv;
import io.gazetteer.api.search.SearchExport;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Gives all hits of a search as a file. */
@Controller
final class SearchFilesController {
  private static final Set<String> PARAMETERS = parameters();

  private final CatalogSearch search;

  SearchFilesController(CatalogSearch search) {
    this.search = search;
  }

  private static Set<String> parameters() {
    var known = new HashSet<>(SearchUrl.KNOWN);
    known.remove(SearchUrl.CURSOR);
    return Set.copyOf(known);
  }

  @GetMapping("/search.jsonl")
  void lines(Visit visit, HttpServletResponse response) throws IOException {
    var hits = begin(visit, response, "application/x-ndjson", "search.jsonl");
    hits.writeTo(response.getOutputStream());
  }

  @GetMapping("/search.csv")
  void csv(Visit visit, HttpServletResponse response) throws IOException {
    var hits = begin(visit, response, "text/csv;charset=UTF-8", "search.csv");
    SearchCsv.write(hits, response.getOutputStream());
  }

  private SearchExport.Hits begin(
      Visit visit, HttpServletResponse response, String type, String name) {
    var hits = search.all(visit.parameters(PARAMETERS));
    response.setContentType(type);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    return hits;
  }
}
