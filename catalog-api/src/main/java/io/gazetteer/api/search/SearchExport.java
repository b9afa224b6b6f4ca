package io.gazetteer.api.search;

import io.gazetteer.api.search.hits.Hit;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes all hits of a search as lines, a page in memory at a time. Thread safe. */
@Component
public final class SearchExport {
  /** How many hits are in memory at one time. */
  static final int AT_ONCE = 1000;

  private final Search search;
  private final SearchAnswers answers;
  private final JsonMapper json;

  SearchExport(Search search, SearchAnswers answers, JsonMapper json) {
    this.search = search;
    this.answers = answers;
    this.json = json;
  }

  /** Finds the first page, while an error can still be answered as a problem. */
  Hits start(SearchRequest request) {
    var first = search.firstOfWalk(request);
    answers.requireWhole(first);
    return new Hits(request, first);
  }

  /** Takes hits that are written somewhere. */
  public interface Taker {
    /** Takes the next hits. */
    void take(List<Hit> hits) throws IOException;
  }

  /** The hits of one search, of which the first page is found. */
  public final class Hits {
    private final SearchRequest request;
    private FoundPage page;

    private Hits(SearchRequest request, FoundPage first) {
      this.request = request;
      this.page = first;
    }

    /**
     * Writes each hit as a line.
     *
     * @throws IOException when nobody reads the lines any more
     */
    public void writeTo(OutputStream out) throws IOException {
      var lines = json.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET);
      forEach(
          hits -> {
            for (Hit hit : hits) {
              out.write(lines.writeValueAsBytes(hit));
              out.write('\n');
            }
            out.flush();
          });
    }

    /**
     * Gives all hits to a taker, some at a time.
     *
     * @throws IOException when the taker does
     */
    public void forEach(Taker taker) throws IOException {
      try {
        taker.take(answers.hits(request, page));
        while (page.next() != null) {
          page = search.next(request, page);
          taker.take(answers.hits(request, page));
        }
      } finally {
        search.end(page);
      }
    }
  }
}
