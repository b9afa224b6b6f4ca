package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.Benchmark;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.frame.Sizes;
import io.gazetteer.benchmarks.frame.Work;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.reading.InformationSchema;
import io.gazetteer.benchmarks.source.MariaDbSource;

/** Measures the crawl of a MariaDB database against reading its catalog once and the replay. */
public final class MariaDb implements Benchmark {
  private static final String FACTS = "information_schema";

  private final Sizes sizes = Sizes.orElse(5_000, 40, 5);

  @Override
  public void run(Workspace workspace) throws Exception {
    var source = MariaDbSource.start(workspace);
    var company = source.create("company", sizes.tables(), sizes.columns());
    var deployment = Deployment.ofOneWorker(workspace);
    var crawl = new FreshCrawl(deployment, company, sizes.tables()).warm();
    var replay = Replay.of(deployment.index(), workspace.path("documents.ndjson"));
    var timed =
        new Rounds()
            .add("crawl", crawl::seconds)
            .add(FACTS, Work.timed(new InformationSchema(company)::read))
            .add("replay", replay::seconds)
            .run(sizes.rounds());
    var report = sizes.report("MariaDB", ", one worker");
    report.atMost(
        "whole crawl of MariaDB ÷ reading information_schema once + replay",
        2.0,
        timed.median("crawl") / (timed.median(FACTS) + timed.median("replay")),
        String.join(", ", timed.times("crawl"), timed.times(FACTS), timed.times("replay")));
    report.print();
  }
}
