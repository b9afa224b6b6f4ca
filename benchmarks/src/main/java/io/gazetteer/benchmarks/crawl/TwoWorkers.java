package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.frame.Options;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.source.DelayProxy;
import io.gazetteer.benchmarks.source.PostgresSource;
import java.time.Duration;

/**
 * Two workers that take one batch at a time against one such worker, each in a deployment of its
 * own. Before it counts, all three have crawled as many batches as the others: what is done once a
 * batch is compiled only after thousands of them, and the two share those of each crawl.
 */
public final class TwoWorkers {
  private static final String DATABASE = "company";
  private static final int BATCHES = 100;
  private static final int WARM_UPS = 8;

  private final int tables = Options.number("tables", 2_000);
  private final int columns = Options.number("columns", 10);
  private final int rounds = Options.number("rounds", 5);
  private final int batchColumns = Options.number("batchColumns", tables * columns / BATCHES);
  private final Workspace workspace;

  private TwoWorkers(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Measures and prints. */
  public static void run() throws Exception {
    try (var workspace = Workspace.open()) {
      new TwoWorkers(workspace).measure();
    }
  }

  private void measure() throws Exception {
    var source = workspace.keep(PostgresSource.start(workspace.path("source")));
    source.create(DATABASE, tables, columns);
    var proxy = workspace.keep(DelayProxy.start(source.server().port(), Duration.ofMillis(5)));
    var target = Target.behind(proxy, source.server(), DATABASE);
    var backend = Backend.start(workspace);
    var one = crawlBy(deployment(1, backend), backend, target);
    var pair = deployment(2, backend);
    var two = crawlBy(pair, backend, target);
    for (int crawl = 0; crawl < WARM_UPS; crawl++) {
      Console.say(
          "warming: %.1f s, %.1f s, %.1f s".formatted(one.seconds(), two.seconds(), two.seconds()));
    }
    var timed =
        new Rounds().add("one worker", one::seconds).add("two workers", two::seconds).run(rounds);
    var report =
        new Report(
            ("PostgreSQL, %d tables x %d columns in batches of %d, 5 ms added round trip;"
                    + " medians of %d alternating rounds")
                .formatted(tables, columns, batchColumns, rounds));
    report.atMost(
        "two workers that take one batch at a time ÷ one such worker",
        0.6,
        "",
        timed.ratio("two workers", "one worker"),
        timed.times("two workers") + ", " + timed.times("one worker"));
    pair.cpu().add("source", source.server().process()).reset();
    two.seconds();
    report.fact("processor time of a crawl by the two", pair.cpu().text());
    report.print();
  }

  private Deployment deployment(int workers, Backend backend) throws Exception {
    var settings = WorkerSettings.oneAtATime(batchColumns);
    var deployment = Deployment.start(workspace, backend, "workers" + workers, settings);
    for (int worker = 0; worker < workers; worker++) {
      deployment.addWorker(Options.number("workerHeap", 256));
    }
    return deployment;
  }

  private FreshCrawl crawlBy(Deployment deployment, Backend backend, Target target) {
    var index = new DirectIndex(backend.elasticsearch().url());
    return new FreshCrawl(deployment.api(), index, target, PostgresSource.words(tables - 1));
  }
}
