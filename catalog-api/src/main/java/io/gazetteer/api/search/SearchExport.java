package io.gazetteer.api.search;

import io.gazetteer.api.search.hits.Hit;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes all hits of a search with flat memory. Thread safe. */
@Component
public final class SearchExport {
  /** So many hits are in memory. */
  static final int AT_ONCE = 1000;

  private final Search search;
  private final SearchAnswers answers;
  private final JsonMapper json;

  SearchExport(Search search, SearchAnswers answers, JsonMapper json) {
    this.search = search;
    this.answers = answers;
    this.json = json;
  }

  /** Asks for the first hits: what goes wrong then can still be answered as a problem. */
  public Hits start(SearchRequest request) {
    return new Hits(request, search.firstOfWalk(request));
  }

  /** All hits, of which the first are known. */
  public final class Hits {
    private final SearchRequest request;
    private Search.Found page;

    private Hits(SearchRequest request, Search.Found first) {
      this.request = request;
      this.page = first;
    }

    /** Writes one hit a line. Ends early, by an exception, when nobody reads any more. */
    public void writeTo(OutputStream out) throws IOException {
      var lines = json.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET);
      try {
        write(lines, out);
        while (page.next() != null) {
          page = search.next(request, page);
          write(lines, out);
        }
      } finally {
        search.end(page);
      }
    }

    private void write(ObjectWriter lines, OutputStream out) throws IOException {
      for (Hit hit : answers.hits(request, page)) {
        out.write(lines.writeValueAsBytes(hit));
        out.write('\n');
      }
      out.flush();
    }
  }
}
