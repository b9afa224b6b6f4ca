package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.frame.Options;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.frame.Work;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.reading.InformationSchema;
import io.gazetteer.benchmarks.source.MariaDbSource;
import io.gazetteer.benchmarks.source.PostgresSource;
import io.gazetteer.common.source.DatabaseKind;

/** The whole crawl of a MariaDB database, against reading its catalog once and the replay. */
public final class MariaDb {
  private static final String DATABASE = "company";

  private final int tables = Options.number("tables", 5_000);
  private final int columns = Options.number("columns", 40);
  private final int rounds = Options.number("rounds", 5);
  private final Workspace workspace;

  private MariaDb(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Measures and prints. */
  public static void run() throws Exception {
    try (var workspace = Workspace.open()) {
      new MariaDb(workspace).measure();
    }
  }

  private void measure() throws Exception {
    var source = workspace.keep(MariaDbSource.start(workspace.path("source")));
    source.create(DATABASE, tables, columns);
    var backend = Backend.start(workspace);
    var deployment = Deployment.start(workspace, backend, "gazetteer", WorkerSettings.chosen());
    deployment.addWorker(Options.number("workerHeap", 256));
    var index = new DirectIndex(backend.elasticsearch().url());
    var target = Target.of(DatabaseKind.MARIADB, source.server(), DATABASE);
    var crawl = new FreshCrawl(deployment.api(), index, target, PostgresSource.words(tables - 1));
    Console.say("the first crawl of all took %.1f s".formatted(crawl.seconds()));
    var documents = BulkFile.fetch(index, workspace.path("documents.ndjson"));
    var replay = new Replay(index, Indexes.read(index), documents);
    var facts = new InformationSchema(target.address(), target.password());
    compare(crawl, facts, replay);
  }

  private void compare(FreshCrawl crawl, InformationSchema facts, Replay replay) throws Exception {
    var timed =
        new Rounds()
            .add("crawl", crawl::seconds)
            .add("information_schema", Work.timed(facts::read))
            .add("replay", replay::seconds)
            .run(rounds);
    var report =
        new Report(
            "MariaDB, %d tables x %d columns, one worker; medians of %d alternating rounds"
                .formatted(tables, columns, rounds));
    report.atMost(
        "whole crawl of MariaDB ÷ reading information_schema once + replay",
        2.0,
        "",
        timed.median("crawl") / (timed.median("information_schema") + timed.median("replay")),
        String.join(
            ", ", timed.times("crawl"), timed.times("information_schema"), timed.times("replay")));
    report.print();
  }
}
