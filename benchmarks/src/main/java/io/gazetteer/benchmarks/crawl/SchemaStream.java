package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.frame.Options;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.frame.Work;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.source.PostgresSource;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** The whole schema of a database by the API, against pulling its documents from Elasticsearch. */
public final class SchemaStream {
  private static final String DATABASE = "company";
  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";
  private static final int CLIENTS = 4;
  private static final int HEAP_MEGABYTES = 256;

  /** As many columns as the API reads at once. */
  private static final int PAGE_COLUMNS = 4000;

  private final int tables = Options.number("tables", 10_000);
  private final int columns = Options.number("columns", 100);
  private final int rounds = Options.number("rounds", 5);
  private final Workspace workspace;

  private SchemaStream(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Measures and prints. */
  public static void run() throws Exception {
    try (var workspace = Workspace.open()) {
      new SchemaStream(workspace).measure();
    }
  }

  private void measure() throws Exception {
    var source = workspace.keep(PostgresSource.start(workspace.path("source")));
    source.create(DATABASE, tables, columns);
    var backend = Backend.start(workspace);
    var deployment = Deployment.start(workspace, backend, "gazetteer", WorkerSettings.chosen());
    deployment.addWorker(Options.number("workerHeap", 256));
    var index = new DirectIndex(backend.elasticsearch().url());
    var id =
        deployment
            .api()
            .crawl(Target.postgres(source.server(), DATABASE), PostgresSource.words(tables - 1))
            .path("id")
            .asString();
    deployment.stopWorkers();
    index.awaitQuiet();

    var pull =
        new DocumentPull(backend.elasticsearch().url(), id, Math.max(1, PAGE_COLUMNS / columns));
    var schema = new SchemaDownload(deployment.api(), DATABASE);
    var sorted = "pulled in the same order";
    var unsorted = "pulled in the index's order";
    var timed =
        new Rounds()
            .add(sorted, Work.timed(() -> pull.all("[\"schema\",\"name\"]", tables)))
            .add("JSON", Work.timed(() -> schema.read(JSON, "identity", tables)))
            .add("lines", Work.timed(() -> schema.read(LINES, "identity", tables)))
            .add("lines, gzip", Work.timed(() -> schema.read(LINES, "gzip", tables)))
            .add(unsorted, Work.timed(() -> pull.all("[\"_shard_doc\"]", tables)))
            .run(rounds);
    var report =
        new Report(
            "PostgreSQL, %d tables x %d columns; medians of %d alternating rounds"
                .formatted(tables, columns, rounds));
    var detail =
        "%s, %s, %s; %d MB of documents, %d MB of JSON"
            .formatted(
                timed.times(sorted),
                timed.times("JSON"),
                timed.times("lines"),
                pull.bytes() >> 20,
                schema.bytes() >> 20);
    report.atLeast(
        "whole schema as JSON: rate ÷ pulling the same documents with `search_after`",
        0.7,
        "0.9",
        timed.ratio(sorted, "JSON"),
        detail);
    report.atLeast("the same as NDJSON", 0.7, "0.9", timed.ratio(sorted, "lines"), "");
    report.fact("pulled in whatever order is cheapest", timed.times(unsorted));
    report.fact("NDJSON, compressed by the API", timed.times("lines, gzip"));
    report.fact(
        "answering that nothing has changed",
        String.format(Locale.ROOT, "%.1f ms", schema.secondsOfUnchanged() * 1000));
    heap(report, deployment, schema);
    report.print();
  }

  private void heap(Report report, Deployment deployment, SchemaDownload schema) throws Exception {
    var heap = deployment.apiHeap();
    heap.reset();
    var clients = new ArrayList<Callable<Long>>();
    for (int client = 0; client < CLIENTS; client++) {
      clients.add(() -> schema.read(LINES, "identity", tables));
    }
    long begin = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
      for (var done : threads.invokeAll(clients)) {
        done.get();
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    Console.say("%d clients at once took %.1f s".formatted(CLIENTS, seconds));
    report.must(
        "API heap while streaming it to %d clients at once".formatted(CLIENTS),
        "`-Xmx256m`",
        "",
        heap.peak() <= HEAP_MEGABYTES,
        String.format(Locale.ROOT, "%.1f s with `-Xmx256m`: %s", seconds, heap.text()));
  }
}
