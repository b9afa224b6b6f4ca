package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.frame.CpuTime;
import io.gazetteer.benchmarks.frame.Options;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.frame.Work;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.reading.OurReading;
import io.gazetteer.benchmarks.source.PostgresSource;

/** Crawling again what has not changed, and what has changed in one place. */
public final class ReCrawl {
  private static final String DATABASE = "company";
  private static final String INDEXES = "gazetteer-*";
  private static final int BATCH_COLUMNS = 80_000;

  private final int tables = Options.number("tables", 10_000);
  private final int columns = Options.number("columns", 100);
  private final int rounds = Options.number("rounds", 5);
  private final int batchColumns = Options.number("batchColumns", BATCH_COLUMNS);
  private final PostgresSource source;
  private final DirectIndex index;
  private final Api api;
  private final CpuTime cpu;
  private final Report report;

  private ReCrawl(PostgresSource source, DirectIndex index, Deployment deployment) {
    this.source = source;
    this.index = index;
    this.api = deployment.api();
    this.cpu =
        deployment
            .cpu()
            .add("source", source.server().process())
            .add("this program", ProcessHandle.current());
    this.report =
        new Report(
            "PostgreSQL, %d tables x %d columns, one worker; medians of %d alternating rounds"
                .formatted(tables, columns, rounds));
  }

  /** Measures and prints. */
  public static void run() throws Exception {
    try (var workspace = Workspace.open()) {
      var source = workspace.keep(PostgresSource.start(workspace.path("source")));
      var backend = Backend.start(workspace);
      var deployment = Deployment.start(workspace, backend, "gazetteer", WorkerSettings.chosen());
      deployment.addWorker(Options.number("workerHeap", 256));
      var index = new DirectIndex(backend.elasticsearch().url());
      new ReCrawl(source, index, deployment).measure();
    }
  }

  private void measure() throws Exception {
    source.create(DATABASE, tables, columns);
    var target = Target.postgres(source.server(), DATABASE);
    var dataSource = api.crawl(target, PostgresSource.words(tables - 1)).path("id").asString();
    Console.say("crawled for the first time");
    index.awaitQuiet();
    unchanged(target, dataSource);
    altered(dataSource);
    report.print();
  }

  private void unchanged(Target target, String dataSource) throws Exception {
    var reading = new OurReading(target.address(), target.password(), batchColumns);
    Console.say("once before it counts");
    api.crawlAgain(dataSource);
    reading.run();
    long before = index.writes(INDEXES);
    var timed =
        new Rounds()
            .add("re-crawl", Work.timed(() -> api.crawlAgain(dataSource)))
            .add("reading", Work.timed(reading::run))
            .run(rounds);
    long writes = index.writes(INDEXES) - before;
    report.atMost(
        "unchanged re-crawl ÷ reading the catalog",
        1.5,
        "1.1",
        timed.ratio("re-crawl", "reading"),
        timed.times("re-crawl") + ", " + timed.times("reading"));
    report.must(
        "index writes of " + rounds + " unchanged re-crawls",
        "0",
        "",
        writes == 0,
        Long.toString(writes));
    processorTime("re-crawl", () -> api.crawlAgain(dataSource));
    processorTime("reading", reading::run);
  }

  private void processorTime(String name, Work.Step step) throws Exception {
    cpu.reset();
    step.run();
    report.fact("processor time of one " + name, cpu.text());
  }

  private void altered(String dataSource) throws Exception {
    source.addColumn(DATABASE, tables / 2);
    long before = index.writes(INDEXES);
    api.crawlAgain(dataSource);
    long writes = index.writes(INDEXES) - before;
    long documents = columns + 2L;
    report.must(
        "one table altered: documents written ÷ documents of that table",
        "1.0",
        "",
        writes == documents,
        "%.2f (%d of %d)".formatted(writes / (double) documents, writes, documents));
  }
}
