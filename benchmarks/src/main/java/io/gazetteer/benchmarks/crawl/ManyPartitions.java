package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.Benchmark;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.frame.Sizes;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.source.PostgresSource;
import java.util.List;

/** Measures what a table with very many partitions adds to a crawl. */
public final class ManyPartitions implements Benchmark {
  private static final String WITH = "company_with_partitions";

  private final Sizes sizes = Sizes.orElse(10_000, 100, 5);
  private final int partitions = Math.max(1, sizes.tables() / 10);

  @Override
  public void run(Workspace workspace) throws Exception {
    var source = PostgresSource.start(workspace);
    var company = source.create(sizes);
    source.copyWithPartitions(PostgresSource.COMPANY, WITH, partitions, sizes.columns());
    var deployment = Deployment.ofOneWorker(workspace);
    var without = new FreshCrawl(deployment, company, sizes.tables());
    var with = new FreshCrawl(deployment, source.target(WITH), sizes.tables());
    without.warm();
    var timed =
        new Rounds()
            .add("first crawl without", without::seconds)
            .add("re-crawl without", without::again)
            .add("first crawl with", with::seconds)
            .add("re-crawl with", with::again)
            .run(sizes.rounds());
    var report =
        sizes.report("PostgreSQL", " and one table with " + partitions + " partitions, one worker");
    for (var crawl : List.of("first crawl", "re-crawl")) {
      var figure = crawl + " with the partitions ÷ without";
      report.atMost(figure, 1.1, timed, crawl + " with", crawl + " without");
    }
    report.fact(
        "relations with ÷ without",
        "%.3f".formatted(1 + (partitions + 1) / (double) sizes.tables()));
    report.print();
  }
}
