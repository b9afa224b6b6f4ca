package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.Benchmark;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.frame.Sizes;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.source.PlainNames;
import io.gazetteer.benchmarks.source.PostgresSource;

/** Measures a database of ten times as many tables against ten times the smaller one. */
public final class Large implements Benchmark {
  private static final int TIMES = 10;

  private final Sizes sizes = Sizes.orElse(100_000, 20, 3);

  @Override
  public void run(Workspace workspace) throws Exception {
    int tables = sizes.tables();
    var source = PostgresSource.start(workspace);
    source.create("small", PlainNames.COMPANY, tables / TIMES, sizes.columns());
    source.create("large", PlainNames.COMPANY, tables, sizes.columns());
    var deployment = Deployment.ofOneWorker(workspace);
    var small = new FreshCrawl(deployment, source.target("small"), tables / TIMES).warm();
    var large = new FreshCrawl(deployment, source.target("large"), tables);

    deployment.heap().reset();
    var smallTimes = new Rounds().add("small", small::seconds).run(sizes.rounds());
    int smallPeak = deployment.heap().peak();
    deployment.heap().reset();
    var largeTimes = new Rounds().add("large", large::seconds).run(1);
    int largePeak = deployment.heap().peak();

    var report =
        new Report(
            "PostgreSQL, %d tables x %d columns against %d tables; one round, and the median of %d"
                .formatted(tables, sizes.columns(), tables / TIMES, sizes.rounds()));
    report.atMost(
        "time of the first crawl ÷ linear extrapolation",
        1.2,
        largeTimes.median("large") / (TIMES * smallTimes.median("small")),
        largeTimes.times("large") + ", " + smallTimes.times("small"));
    report.atMost(
        "peak heap of the worker ÷ linear extrapolation",
        1.2,
        largePeak / (double) (TIMES * smallPeak),
        largePeak + " MB, " + smallPeak + " MB");
    report.print();
  }
}
