package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.Benchmark;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.frame.Sizes;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.source.PostgresSource;
import java.io.IOException;

/** Measures the whole first crawl of a PostgreSQL database against replaying its documents. */
public final class FirstCrawl implements Benchmark {
  private static final int HEAP = 256;
  private static final int SMALL_HEAP = 128;

  private final Sizes sizes = Sizes.orElse(10_000, 100, 5);
  private final Report report = sizes.report("PostgreSQL", ", one worker");

  @Override
  public void run(Workspace workspace) throws Exception {
    var source = PostgresSource.start(workspace);
    var company = source.create(sizes);
    var deployment = Deployment.ofOneWorker(workspace);
    var crawl = new FreshCrawl(deployment, company, sizes.tables()).warm();
    var replay = Replay.of(deployment.index(), workspace.path("documents.ndjson"));
    var timed =
        new Rounds()
            .add("crawl", crawl::seconds)
            .add("replay", replay::seconds)
            .run(sizes.rounds());
    report.atMost(
        "whole first crawl, registration to SUCCEEDED and searchable ÷ replay by raw `_bulk`",
        1.5,
        timed,
        "crawl",
        "replay");
    int heap = Deployment.workerHeap();
    report.promised(
        "worker heap for that database",
        "`-Xmx%dm`".formatted(HEAP),
        heap <= HEAP,
        "all crawls with `-Xmx%dm`: %s".formatted(heap, deployment.heap().text()));
    report.count(
        "statements on the source for the whole crawl, counted by the server",
        30 + sizes.tables() / 100L,
        source.statements().during(crawl::seconds));
    var cpu = deployment.cpu().add("source", source.server().process());
    report.processorTime("one crawl", cpu, crawl::seconds);
    report.processorTime("one replay", cpu, replay::seconds);
    report.fact("the same with `-Xmx" + SMALL_HEAP + "m`", smallHeap(deployment, crawl));
    report.print();
  }

  private static String smallHeap(Deployment deployment, FreshCrawl crawl) throws Exception {
    deployment.stopWorkers();
    deployment.addWorker(SMALL_HEAP);
    try {
      double seconds = crawl.seconds();
      return "%.1f s on a cold JVM; %s".formatted(seconds, deployment.heap().text());
    } catch (IOException e) {
      return "failed: " + e.getMessage();
    }
  }
}
