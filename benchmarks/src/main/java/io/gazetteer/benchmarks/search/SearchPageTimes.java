package io.gazetteer.benchmarks.search;

import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.load.Calls;
import io.gazetteer.benchmarks.load.ClosedLoop;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Measures the search page against the API's answer of the same search, and suggestions as people
 * see them.
 */
final class SearchPageTimes {
  private static final String API = "API";
  private static final String PAGE = "page";
  private static final int WARM_UP = 5;
  private static final double SUGGESTED = 0.1;

  private SearchPageTimes() {}

  private interface Source {
    Calls calls() throws IOException, InterruptedException;
  }

  static void measure(SearchedIndex index) throws Exception {
    int rounds = index.sizes().rounds();
    var queries = index.queries().plain();
    var report =
        new Report(
            "%s, one connection; medians of the p50 of %d alternating rounds of %d queries"
                .formatted(index.size(), rounds, queries.size()));
    Source api = () -> index.searches(queries);
    Source page = () -> index.searchPages(queries);
    ClosedLoop.oneByOne(api.calls(), WARM_UP);
    ClosedLoop.oneByOne(page.calls(), WARM_UP);
    var timed = new Rounds().add(API, () -> p50(api)).add(PAGE, () -> p50(page)).run(rounds);
    report.atMost("search page ÷ the API's answer of the same search, p50", 1.5, timed, PAGE, API);
    suggestions(index, index.queries().beginnings(), report);
    report.print();
  }

  private static double p50(Source source) throws Exception {
    return ClosedLoop.oneByOne(source.calls(), 1).p50();
  }

  private static void suggestions(SearchedIndex index, List<String> texts, Report report)
      throws IOException, InterruptedException {
    if (!SuggestionTimes.canMeasure()) {
      report.fact("key pressed to suggestions painted", "left out: no Chromium");
      return;
    }
    var latencies = SuggestionTimes.measure(index.browser(), texts);
    report.promised(
        "key pressed to suggestions painted, in Chromium, p95 of %d keys"
            .formatted(latencies.count()),
        "<= 100 ms",
        latencies.p95() <= SUGGESTED,
        String.format(
            Locale.ROOT, "%.0f ms (p50 %.0f ms)", 1000 * latencies.p95(), 1000 * latencies.p50()));
  }
}
