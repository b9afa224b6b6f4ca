package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.frame.Options;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.source.PostgresSource;
import java.io.IOException;

/** What a table with very many partitions adds to a crawl. */
public final class ManyPartitions {
  private static final String WITHOUT = "company";
  private static final String WITH = "company_with_partitions";

  private final int tables = Options.number("tables", 10_000);
  private final int columns = Options.number("columns", 100);
  private final int rounds = Options.number("rounds", 5);
  private final int partitions = Math.max(1, tables / 10);
  private final Workspace workspace;

  private ManyPartitions(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Measures and prints. */
  public static void run() throws Exception {
    try (var workspace = Workspace.open()) {
      new ManyPartitions(workspace).measure();
    }
  }

  private void measure() throws Exception {
    var source = workspace.keep(PostgresSource.start(workspace.path("source")));
    source.create(WITHOUT, tables, columns);
    source.copyWithPartitions(WITHOUT, WITH, partitions, columns);
    var backend = Backend.start(workspace);
    var deployment = Deployment.start(workspace, backend, "gazetteer", WorkerSettings.chosen());
    deployment.addWorker(Options.number("workerHeap", 256));
    var index = new DirectIndex(backend.elasticsearch().url());
    var words = PostgresSource.words(tables - 1);
    var api = deployment.api();
    var without = new FreshCrawl(api, index, Target.postgres(source.server(), WITHOUT), words);
    var with = new FreshCrawl(api, index, Target.postgres(source.server(), WITH), words);
    Console.say("the first crawl of all took %.1f s".formatted(without.seconds()));
    var timed =
        new Rounds()
            .add("first crawl without", without::seconds)
            .add("re-crawl without", () -> again(api, without))
            .add("first crawl with", with::seconds)
            .add("re-crawl with", () -> again(api, with))
            .run(rounds);
    print(timed);
  }

  private static double again(Api api, FreshCrawl first) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    api.crawlAgain(first.dataSource());
    return (System.nanoTime() - begin) / 1e9;
  }

  private void print(Rounds timed) {
    var report =
        new Report(
            ("PostgreSQL, %d tables x %d columns and one table with %d partitions, one worker;"
                    + " medians of %d alternating rounds")
                .formatted(tables, columns, partitions, rounds));
    row(report, "first crawl", timed);
    row(report, "re-crawl", timed);
    report.fact(
        "relations with ÷ without", "%.3f".formatted(1 + (partitions + 1) / (double) tables));
    report.print();
  }

  private static void row(Report report, String crawl, Rounds timed) {
    var with = crawl + " with";
    var without = crawl + " without";
    report.atMost(
        crawl + " with the partitions ÷ without",
        1.1,
        "",
        timed.ratio(with, without),
        timed.times(with) + ", " + timed.times(without));
  }
}
