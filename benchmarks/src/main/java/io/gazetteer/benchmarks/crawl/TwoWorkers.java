package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.Benchmark;
import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.frame.Options;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.frame.Sizes;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.source.DelayProxy;
import io.gazetteer.benchmarks.source.PostgresSource;
import java.time.Duration;
import java.util.Map;

/**
 * Measures two workers that take one batch at a time against one such worker, each in a deployment
 * of its own. Before it counts, all three have crawled as many batches as the others: what is done
 * once a batch is compiled only after thousands of them, and the two share those of each crawl.
 */
public final class TwoWorkers implements Benchmark {
  private static final int BATCHES = 100;
  private static final int WARM_UPS = 8;

  private final Sizes sizes = Sizes.orElse(2_000, 10, 5);
  private final int batchColumns =
      Options.number("batchColumns", sizes.tables() * sizes.columns() / BATCHES);

  @Override
  public void run(Workspace workspace) throws Exception {
    var source = PostgresSource.start(workspace);
    var company = source.create(sizes);
    var proxy = workspace.keep(DelayProxy.start(source.server().port(), Duration.ofMillis(5)));
    var backend = Backend.start(workspace);
    var single = deployment(1, workspace, backend);
    var pair = deployment(2, workspace, backend);
    var one = new FreshCrawl(single, company.behind(proxy), sizes.tables());
    var two = new FreshCrawl(pair, company.behind(proxy), sizes.tables());
    for (int crawl = 0; crawl < WARM_UPS; crawl++) {
      Console.say(
          "warming: %.1f s, %.1f s, %.1f s".formatted(one.seconds(), two.seconds(), two.seconds()));
    }
    var timed =
        new Rounds()
            .add("one worker", one::seconds)
            .add("two workers", two::seconds)
            .run(sizes.rounds());
    var report =
        sizes.report("PostgreSQL", " in batches of " + batchColumns + ", 5 ms added round trip");
    var figure = "two workers that take one batch at a time ÷ one such worker";
    report.atMost(figure, 0.6, timed, "two workers", "one worker");
    var cpu = pair.cpu().add("source", source.server().process());
    report.processorTime("a crawl by the two", cpu, two::seconds);
    report.print();
  }

  private Deployment deployment(int workers, Workspace workspace, Backend backend)
      throws Exception {
    var settings =
        Map.of(
            "GAZETTEER_CRAWL_PARALLEL",
            "1",
            "GAZETTEER_CRAWL_BATCH_COLUMNS",
            Integer.toString(batchColumns));
    var deployment = Deployment.start(workspace, backend, "workers" + workers, settings);
    for (int worker = 0; worker < workers; worker++) {
      deployment.addWorker(Deployment.workerHeap());
    }
    return deployment;
  }
}
