package io.gazetteer.benchmarks.search;

import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.frame.Options;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.frame.Work;
import io.gazetteer.benchmarks.load.Calls;
import io.gazetteer.benchmarks.load.ClosedLoop;
import io.gazetteer.benchmarks.load.OpenLoop;
import io.gazetteer.benchmarks.source.PostgresSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Measures one index that grows to five times its size by first crawls of databases like the first:
 * searches before, during and after them.
 */
final class SearchGrowth {
  private static final int MORE_DATABASES = 4;
  private static final int SEARCHES_A_SECOND = 20;

  private final int seconds = Options.number("seconds", 10);
  private final SearchedIndex index;
  private final List<String> queries;

  /** The p99 of each crawl divided by the one before it, and what it was made of. */
  private final List<Double> ratios = new ArrayList<>();

  private final List<String> details = new ArrayList<>();

  private SearchGrowth(SearchedIndex index) {
    this.index = index;
    this.queries = index.queries().plain();
  }

  static void measure(SearchedIndex index) throws Exception {
    new SearchGrowth(index).measure();
  }

  private void measure() throws Exception {
    ClosedLoop.oneByOne(index.searches(queries), 3);
    var before = index.size();
    double smaller = p50(index.searches(queries));
    double floor = p50(index.searchesOfElasticsearch(queries));
    for (int number = 1; number <= MORE_DATABASES; number++) {
      grow(PostgresSource.COMPANY + number);
    }
    var report = new Report("From %s to %s".formatted(before, index.size()));
    double larger = p50(index.searches(queries));
    report.atMost(
        "search p50 at five times as many columns",
        2,
        larger / smaller,
        "%s, %s".formatted(milliseconds(larger), milliseconds(smaller)));
    double largerFloor = p50(index.searchesOfElasticsearch(queries));
    report.fact(
        "the same of Elasticsearch itself",
        "%.2f (%s, %s)"
            .formatted(largerFloor / floor, milliseconds(largerFloor), milliseconds(floor)));
    report.atMost(
        "search p99 during a first crawl ÷ idle, %d a second; median of %d crawls"
            .formatted(SEARCHES_A_SECOND, MORE_DATABASES),
        3,
        Rounds.median(ratios),
        String.join(", ", details));
    report.print();
  }

  private double p50(Calls calls) throws Exception {
    ClosedLoop.oneByOne(calls, 1);
    double measured = ClosedLoop.oneByOne(calls, index.sizes().rounds()).p50();
    Console.say("p50 " + milliseconds(measured));
    return measured;
  }

  private void grow(String database) throws Exception {
    index.source().copy(PostgresSource.COMPANY, database);
    index.source().settle(database);
    double idle = p99(() -> TimeUnit.SECONDS.sleep(3L * seconds));
    double busy = p99(() -> index.crawl(database));
    ratios.add(busy / idle);
    details.add("%s ÷ %s".formatted(milliseconds(busy), milliseconds(idle)));
    Console.say("p99 during the crawl of %s: %s".formatted(database, details.getLast()));
    index.source().drop(database);
    index.server().awaitQuiet();
  }

  private double p99(Work.Step step) throws Exception {
    return OpenLoop.during(index.searches(queries), SEARCHES_A_SECOND, step).p99();
  }

  private static String milliseconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f ms", 1000 * seconds);
  }
}
