package io.gazetteer.benchmarks.search;

import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.load.Calls;
import io.gazetteer.benchmarks.load.ClosedLoop;
import io.gazetteer.benchmarks.load.HttpConnection;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures beginnings, typos and parts of words against whole words, and questions against searches
 * of two words, on one connection.
 */
final class SearchKinds {
  private static final String PLAIN = "plain";

  private final int rounds;
  private final Report report;

  private SearchKinds(int rounds, Report report) {
    this.rounds = rounds;
    this.report = report;
  }

  private interface Source {
    Calls calls() throws IOException, InterruptedException;
  }

  static void measure(SearchedIndex index) throws Exception {
    int rounds = index.sizes().rounds();
    var report =
        new Report(
            "%s, one connection; medians of the p50 of %d alternating rounds"
                .formatted(index.size(), rounds));
    var kinds = new SearchKinds(rounds, report);
    var queries = index.queries();
    Source plain = () -> index.searches(queries.plain());
    kinds.against(plain, "prefix", 1.5, () -> index.suggestions(queries.beginnings()));
    kinds.against(plain, "typo", 4, () -> index.searches(queries.typos()));
    kinds.against(plain, "substring", 2, () -> index.searches(queries.substrings()));
    kinds.against(
        () -> index.searches(queries.pairs()),
        "question",
        2.5,
        () -> index.searches(queries.questions()));
    report.print();
  }

  private void against(Source plain, String kind, double promised, Source other) throws Exception {
    var figure =
        "%s queries%s ÷ %s, p50"
            .formatted(
                kind,
                kind.equals("prefix") ? " (suggest)" : "",
                kind.equals("question") ? "queries of two words" : "plain word queries");
    try {
      var found = found(plain.calls(), PLAIN) + ", " + found(other.calls(), kind);
      var timed =
          new Rounds()
              .add(PLAIN, () -> ClosedLoop.oneByOne(plain.calls(), 1).p50())
              .add(kind, () -> ClosedLoop.oneByOne(other.calls(), 1).p50())
              .run(rounds);
      report.atMost(figure, promised, timed, kind, PLAIN);
      report.fact(figure + ": answers that are not empty", found);
    } catch (IOException e) {
      report.promised(figure, "<= " + promised, false, "failed: " + e.getMessage());
    }
  }

  /** Makes each call once, which also warms what answers. */
  private static String found(Calls calls, String kind) throws IOException {
    int found = 0;
    try (var connection = new HttpConnection(calls.port())) {
      for (List<byte[]> call : calls.mix()) {
        var answer = JsonMapper.shared().readTree(connection.body(call.getFirst()));
        if (answer.valueStream().anyMatch(part -> part.isArray() && !part.isEmpty())) {
          found++;
        }
      }
    }
    return String.format(Locale.ROOT, "%s %d %%", kind, 100 * found / calls.size());
  }
}
