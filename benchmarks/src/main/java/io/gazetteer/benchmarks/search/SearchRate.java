package io.gazetteer.benchmarks.search;

import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.frame.Options;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.frame.Work;
import io.gazetteer.benchmarks.load.Calls;
import io.gazetteer.benchmarks.load.ClosedLoop;
import io.gazetteer.benchmarks.load.OpenLoop;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Measures the API against Elasticsearch alone, which is sent the very requests that the API sends:
 * as fast as both can on a number of connections, and at a rate that both can bear.
 */
final class SearchRate {
  private static final int CONNECTIONS = 16;
  private static final double SHARE_OF_PEAK = 0.7;

  /** Until then the compilers of two JVMs take as much of the processors as the searches. */
  private static final int WARM_UP_ROUNDS = 6;

  private final int rounds;
  private final int seconds = Options.number("seconds", 10);
  private final SearchedIndex index;
  private final List<String> queries;
  private final Calls elasticsearch;

  private SearchRate(SearchedIndex index) throws Exception {
    this.index = index;
    this.rounds = index.sizes().rounds();
    this.queries = index.queries().plain();
    this.elasticsearch = index.searchesOfElasticsearch(queries);
  }

  static void measure(SearchedIndex index) throws Exception {
    new SearchRate(index).measure();
  }

  private void measure() throws Exception {
    var report =
        new Report(
            "%s (%s), %d queries; medians of %d alternating rounds"
                .formatted(index.size(), index.variety(), queries.size(), rounds));
    warm(elasticsearch);
    int count = (int) Math.max(queries.size(), seconds * warm(index.searches(queries)));
    double rate = SHARE_OF_PEAK * peak(report, count);
    atRate(report, rate);
    report.fact(
        "requests to Elasticsearch that one search is, on average",
        String.format(Locale.ROOT, "%.2f", elasticsearch.requests() / (double) queries.size()));
    uncached(report);
    var cpu = index.deployment().cpu();
    report.processorTime(
        "%,d searches by the API".formatted(count),
        cpu,
        () -> seconds(index.searches(queries), count));
    report.processorTime(
        "the same by Elasticsearch alone", cpu, () -> seconds(elasticsearch, count));
    report.print();
  }

  /** Returns how many a second it came to in the end. */
  private double warm(Calls calls) throws Exception {
    double spent = 0;
    double last = 0;
    while (spent < WARM_UP_ROUNDS * seconds) {
      last = ClosedLoop.seconds(calls, CONNECTIONS, calls.size());
      spent += last;
    }
    Console.say("warm: %.0f a second".formatted(calls.size() / last));
    return calls.size() / last;
  }

  private double peak(Report report, int count) throws Exception {
    var timed =
        new Rounds()
            .add("API", () -> seconds(index.searches(queries), count))
            .add("Elasticsearch", () -> seconds(elasticsearch, count))
            .run(rounds);
    report.rate(
        "API search, requests a second, 16 connections ÷ Elasticsearch itself with the same bodies",
        0.7,
        timed,
        "API",
        "Elasticsearch",
        count);
    return count / timed.median("API");
  }

  private static double seconds(Calls calls, int count) throws Exception {
    return ClosedLoop.seconds(calls, CONNECTIONS, count);
  }

  private void atRate(Report report, double rate) throws Exception {
    var timed =
        new Rounds()
            .add("API", () -> p99(index.searches(queries), rate))
            .add("Elasticsearch", () -> p99(elasticsearch, rate))
            .run(rounds);
    report.atMost(
        "p99 of the API at 70 %% of its peak, %.0f a second ÷ Elasticsearch's own p99 at that rate"
            .formatted(rate),
        1.5,
        timed,
        "API",
        "Elasticsearch");
  }

  private double p99(Calls calls, double rate) throws Exception {
    Work.Step wait = () -> TimeUnit.SECONDS.sleep(2L * seconds);
    return OpenLoop.during(calls, rate, wait).p99();
  }

  /** The same queries come again and again: an answer from a cache of the API's would not count. */
  private void uncached(Report report) throws Exception {
    long byApi = answeredDuring(index.searches(queries));
    long direct = answeredDuring(elasticsearch);
    report.promised(
        "searches that Elasticsearch answers for as many by the API ÷ directly",
        "1",
        byApi >= direct,
        "%.2f".formatted(byApi / (double) direct));
  }

  private long answeredDuring(Calls calls) throws Exception {
    long before = answered();
    ClosedLoop.oneByOne(calls, 1);
    return answered() - before;
  }

  private long answered() throws Exception {
    var stats = index.server().get("/gazetteer-*/_stats/search");
    return stats.at("/_all/total/search/query_total").asLong();
  }
}
