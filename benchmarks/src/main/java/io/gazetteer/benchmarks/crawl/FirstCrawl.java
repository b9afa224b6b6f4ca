package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.frame.CpuTime;
import io.gazetteer.benchmarks.frame.Options;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.source.PostgresSource;
import java.io.IOException;

/** The whole first crawl of a PostgreSQL database, against replaying its documents. */
public final class FirstCrawl {
  private static final String DATABASE = "company";
  private static final int SMALL_HEAP = 128;

  private final int tables = Options.number("tables", 10_000);
  private final int columns = Options.number("columns", 100);
  private final int rounds = Options.number("rounds", 5);
  private final int workerHeap = Options.number("workerHeap", 256);
  private final Workspace workspace;

  private FirstCrawl(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Measures and prints. */
  public static void run() throws Exception {
    try (var workspace = Workspace.open()) {
      new FirstCrawl(workspace).measure();
    }
  }

  private void measure() throws Exception {
    var source = workspace.keep(PostgresSource.start(workspace.path("source")));
    source.create(DATABASE, tables, columns);
    var backend = Backend.start(workspace);
    var deployment = Deployment.start(workspace, backend, "gazetteer", WorkerSettings.chosen());
    deployment.addWorker(workerHeap);
    var index = new DirectIndex(backend.elasticsearch().url());
    var target = Target.postgres(source.server(), DATABASE);
    var crawl = new FreshCrawl(deployment.api(), index, target, PostgresSource.words(tables - 1));
    var report =
        new Report(
            "PostgreSQL, %d tables x %d columns, one worker; medians of %d alternating rounds"
                .formatted(tables, columns, rounds));

    var replay = replay(index, crawl);
    var timed =
        new Rounds().add("crawl", crawl::seconds).add("replay", replay::seconds).run(rounds);
    report.atMost(
        "whole first crawl, registration to SUCCEEDED and searchable ÷ replay by raw `_bulk`",
        1.5,
        "1.15",
        timed.ratio("crawl", "replay"),
        timed.times("crawl") + ", " + timed.times("replay"));
    report.must(
        "worker heap for that database",
        "`-Xmx256m`",
        "128m",
        workerHeap <= 256,
        "all crawls with `-Xmx%dm`: %s".formatted(workerHeap, deployment.heap().text()));
    statements(report, source, crawl);
    processorTime(report, deployment.cpu().add("source", source.server().process()), crawl, replay);
    smallHeap(report, deployment, crawl);
    report.print();
  }

  private Replay replay(DirectIndex index, FreshCrawl crawl) throws Exception {
    Console.say("the first crawl of all took %.1f s".formatted(crawl.seconds()));
    var documents = BulkFile.fetch(index, workspace.path("documents.ndjson"));
    Console.say(
        "%d documents, %d MB in %d bulks"
            .formatted(documents.count(), documents.bytes() >> 20, documents.bodies()));
    return new Replay(index, Indexes.read(index), documents);
  }

  private void statements(Report report, PostgresSource source, FreshCrawl crawl) throws Exception {
    long most = 30 + tables / 100L;
    long counted = source.statements().during(crawl::seconds);
    report.must(
        "statements on the source for the whole crawl, counted by the server",
        "<= " + most,
        "",
        counted <= most,
        Long.toString(counted));
  }

  private static void processorTime(Report report, CpuTime cpu, FreshCrawl crawl, Replay replay)
      throws Exception {
    cpu.reset();
    crawl.seconds();
    report.fact("processor time of one crawl", cpu.text());
    cpu.reset();
    replay.seconds();
    report.fact("processor time of one replay", cpu.text());
  }

  private void smallHeap(Report report, Deployment deployment, FreshCrawl crawl) throws Exception {
    deployment.stopWorkers();
    deployment.addWorker(SMALL_HEAP);
    try {
      double seconds = crawl.seconds();
      report.fact(
          "the same with `-Xmx" + SMALL_HEAP + "m`",
          "%.1f s on a cold JVM; %s".formatted(seconds, deployment.heap().text()));
    } catch (IOException e) {
      report.fact("the same with `-Xmx" + SMALL_HEAP + "m`", "failed: " + e.getMessage());
    }
  }
}
