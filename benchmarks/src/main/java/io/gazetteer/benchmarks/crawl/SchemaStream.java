package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.Benchmark;
import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.frame.Sizes;
import io.gazetteer.benchmarks.frame.Work;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.source.PostgresSource;
import java.util.Collections;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Measures the whole schema by the API against pulling its documents from Elasticsearch. */
public final class SchemaStream implements Benchmark {
  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";
  private static final String SORTED = "pulled in the same order";
  private static final String UNSORTED = "pulled in the index's order";
  private static final int CLIENTS = 4;
  private static final int HEAP_MEGABYTES = 256;

  /** As many columns as the API reads at once. */
  private static final int PAGE_COLUMNS = 4000;

  private final Sizes sizes = Sizes.orElse(10_000, 100, 5);
  private final Report report = sizes.report("PostgreSQL", "");

  @Override
  public void run(Workspace workspace) throws Exception {
    int tables = sizes.tables();
    var company = PostgresSource.start(workspace).create(sizes);
    var deployment = Deployment.ofOneWorker(workspace);
    var index = deployment.index();
    var id = deployment.api().crawl(company, PostgresSource.words(tables - 1));
    deployment.stopWorkers();
    index.awaitQuiet();

    var pull = new DocumentPull(index, id, Math.max(1, PAGE_COLUMNS / sizes.columns()));
    var schema = new SchemaDownload(deployment.api(), PostgresSource.COMPANY, tables);
    var timed =
        new Rounds()
            .add(SORTED, Work.timed(() -> pull.all("[\"schema\",\"name\"]", tables)))
            .add("JSON", Work.timed(() -> schema.read(JSON, "identity")))
            .add("lines", Work.timed(() -> schema.read(LINES, "identity")))
            .add("lines, gzip", Work.timed(() -> schema.read(LINES, "gzip")))
            .add(UNSORTED, Work.timed(() -> pull.all("[\"_shard_doc\"]", tables)))
            .run(sizes.rounds());
    report.atLeast(
        "whole schema as JSON: rate ÷ pulling the same documents with `search_after`",
        0.7,
        timed.ratio(SORTED, "JSON"),
        "%s, %s; %d MB of documents, %d MB of JSON"
            .formatted(
                timed.times(SORTED),
                timed.times("JSON"),
                pull.bytes() >> 20,
                schema.bytes() >> 20));
    report.atLeast("the same as NDJSON", 0.7, timed.ratio(SORTED, "lines"), timed.times("lines"));
    report.fact("pulled in whatever order is cheapest", timed.times(UNSORTED));
    report.fact("NDJSON, compressed by the API", timed.times("lines, gzip"));
    report.fact(
        "answering that nothing has changed",
        String.format(Locale.ROOT, "%.1f ms", schema.secondsOfUnchanged() * 1000));
    heap(deployment.apiHeap(), () -> schema.read(LINES, "identity"));
    report.print();
  }

  private void heap(Heap heap, Callable<Long> client) throws Exception {
    heap.reset();
    double seconds =
        Work.secondsOf(
            () -> {
              try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
                for (var done : threads.invokeAll(Collections.nCopies(CLIENTS, client))) {
                  done.get();
                }
              }
            });
    Console.say("%d clients at once took %.1f s".formatted(CLIENTS, seconds));
    report.promised(
        "API heap while streaming it to %d clients at once".formatted(CLIENTS),
        "`-Xmx%dm`".formatted(HEAP_MEGABYTES),
        heap.peak() <= HEAP_MEGABYTES,
        "%.1f s; %s".formatted(seconds, heap.text()));
  }
}
