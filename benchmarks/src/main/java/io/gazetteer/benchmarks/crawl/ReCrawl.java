package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.Benchmark;
import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.frame.Sizes;
import io.gazetteer.benchmarks.frame.Work;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.reading.OurReading;
import io.gazetteer.benchmarks.source.PostgresSource;

/** Measures crawling again what has not changed, and what has changed in one place. */
public final class ReCrawl implements Benchmark {
  /** A worker that has crawled for a few hours is warm: its code is compiled by then. */
  private static final int UNCOUNTED = 3;

  private final Sizes sizes = Sizes.orElse(10_000, 100, 5);
  private final Report report = sizes.report("PostgreSQL", ", one worker");

  @Override
  public void run(Workspace workspace) throws Exception {
    var source = PostgresSource.start(workspace);
    var deployment = Deployment.ofOneWorker(workspace);
    var company = source.create(sizes);
    var words = PostgresSource.words(sizes.tables() - 1);
    var dataSource = deployment.api().crawl(company, words);
    Console.say("crawled for the first time");
    deployment.index().awaitQuiet();
    // The API makes the vectors of new tables, and leaves crawls more of the processor than
    // readings.
    deployment.cpu().awaitQuiet();
    Console.say("vectors are made");
    Work.Step crawl = () -> deployment.api().crawlAgain(dataSource);
    unchanged(deployment.index(), crawl, new OurReading(company)::run);
    var cpu =
        deployment
            .cpu()
            .add("source", source.server().process())
            .add("this program", ProcessHandle.current());
    report.processorTime("one re-crawl", cpu, crawl);
    report.processorTime("one reading", cpu, new OurReading(company)::run);
    source.addColumn(PostgresSource.COMPANY, sizes.tables() / 2);
    altered(writesDuring(deployment.index(), crawl));
    report.print();
  }

  private void unchanged(DirectIndex index, Work.Step crawl, Work.Step reading) throws Exception {
    Console.say("%d times before it counts".formatted(UNCOUNTED));
    for (int round = 0; round < UNCOUNTED; round++) {
      crawl.run();
      reading.run();
    }
    var timed = new Rounds().add("re-crawl", Work.timed(crawl)).add("reading", Work.timed(reading));
    long writes = writesDuring(index, () -> timed.run(sizes.rounds()));
    report.atMost("unchanged re-crawl ÷ reading the catalog", 1.5, timed, "re-crawl", "reading");
    report.count("index writes of " + sizes.rounds() + " unchanged re-crawls", 0, writes);
  }

  private void altered(long writes) {
    long documents = sizes.columns() + 2L;
    report.promised(
        "one table altered: documents written ÷ documents of that table",
        "1.0",
        writes == documents,
        "%.2f (%d of %d)".formatted(writes / (double) documents, writes, documents));
  }

  private static long writesDuring(DirectIndex index, Work.Step step) throws Exception {
    long before = index.writes();
    step.run();
    return index.writes() - before;
  }
}
