package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.frame.Options;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.source.PostgresSource;
import io.gazetteer.servers.DatabaseServer;
import java.util.Locale;

/** A database with ten times as many tables, against ten times what the smaller one takes. */
public final class Large {
  private static final int TIMES = 10;

  private final int tables = Options.number("tables", 100_000);
  private final int columns = Options.number("columns", 20);
  private final int rounds = Options.number("rounds", 3);
  private final Workspace workspace;

  private Large(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Measures and prints. */
  public static void run() throws Exception {
    try (var workspace = Workspace.open()) {
      new Large(workspace).measure();
    }
  }

  private void measure() throws Exception {
    var source = workspace.keep(PostgresSource.start(workspace.path("source")));
    source.create("small", tables / TIMES, columns);
    source.create("large", tables, columns);
    var backend = Backend.start(workspace);
    var deployment = Deployment.start(workspace, backend, "gazetteer", WorkerSettings.chosen());
    deployment.addWorker(Options.number("workerHeap", 256));
    var index = new DirectIndex(backend.elasticsearch().url());
    var small = crawl(deployment, index, source.server(), "small", tables / TIMES);
    var large = crawl(deployment, index, source.server(), "large", tables);
    Console.say("the first crawl of all took %.1f s".formatted(small.seconds()));

    deployment.heap().reset();
    var smallTimes = new Rounds().add("small", small::seconds).run(rounds);
    int smallPeak = deployment.heap().peak();
    deployment.heap().reset();
    var largeTimes = new Rounds().add("large", large::seconds).run(1);
    int largePeak = deployment.heap().peak();

    var report =
        new Report(
            "PostgreSQL, %d tables x %d columns against %d tables; one round, and the median of %d"
                .formatted(tables, columns, tables / TIMES, rounds));
    report.atMost(
        "time of the first crawl ÷ linear extrapolation",
        1.2,
        "1.0",
        largeTimes.median("large") / (TIMES * smallTimes.median("small")),
        largeTimes.times("large") + ", " + smallTimes.times("small"));
    report.atMost(
        "peak heap of the worker ÷ linear extrapolation",
        1.2,
        "1.0",
        largePeak / (double) (TIMES * smallPeak),
        String.format(Locale.ROOT, "%d MB, %d MB", largePeak, smallPeak));
    report.print();
  }

  private static FreshCrawl crawl(
      Deployment deployment,
      DirectIndex index,
      DatabaseServer server,
      String database,
      int tables) {
    var target = Target.postgres(server, database);
    return new FreshCrawl(deployment.api(), index, target, PostgresSource.words(tables - 1));
  }
}
