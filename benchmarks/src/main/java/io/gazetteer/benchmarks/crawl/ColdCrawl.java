package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.Benchmark;
import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.frame.Sizes;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.source.PostgresSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures the first crawl of a user: on a new data folder, right after {@code ./gazetteer start},
 * when nothing is compiled yet. Replaying its documents afterwards, against the same Elasticsearch,
 * which is warm by then, says what the machine can do.
 */
public final class ColdCrawl implements Benchmark {
  private final Sizes sizes = Sizes.orElse(10_000, 100, 3);
  private final List<String> memoryAtRest = new ArrayList<>();
  private final List<String> memoryAfterwards = new ArrayList<>();
  private final List<String> processorTimes = new ArrayList<>();
  private @Nullable BulkFile documents;

  @Override
  public void run(Workspace workspace) throws Exception {
    var source = PostgresSource.start(workspace);
    source.create(sizes);
    var launcher = new Launcher(workspace);
    var timed =
        new Rounds()
            .add("start", launcher::startAnew)
            .add("crawl", () -> crawl(launcher, source))
            .add("replay", () -> replay(launcher.index(), workspace))
            .run(sizes.rounds());
    launcher.close();
    var report =
        new Report(
            "PostgreSQL, %d tables x %d columns, right after ./gazetteer start; medians of %d"
                    .formatted(sizes.tables(), sizes.columns(), sizes.rounds())
                + " new data folders");
    report.atMost(
        "cold first crawl, registration to SUCCEEDED and searchable ÷ replay by raw `_bulk`",
        2.0,
        timed,
        "crawl",
        "replay");
    report.seconds("start", 45, timed, "start");
    report.fact("resident memory at rest, before the crawl", String.join(", ", memoryAtRest));
    report.fact("resident memory after the crawl", String.join(", ", memoryAfterwards));
    report.fact("processor time of the last cold crawl", processorTimes.getLast());
    report.print();
  }

  private double crawl(Launcher launcher, PostgresSource source) throws Exception {
    memoryAtRest.add(launcher.residentMegabytes() + " MB");
    var company = source.target(PostgresSource.COMPANY);
    var words = PostgresSource.words(sizes.tables() - 1);
    var seconds = new ArrayList<Double>();
    var cpu = launcher.cpu().add("source", source.server().process());
    processorTimes.add(
        cpu.during(
            () -> {
              long begin = System.nanoTime();
              launcher.api().crawl(company, words);
              seconds.add((System.nanoTime() - begin) / 1e9);
            }));
    Console.say("processor time: " + processorTimes.getLast());
    memoryAfterwards.add(launcher.residentMegabytes() + " MB");
    return seconds.getFirst();
  }

  /** Fetches the documents once: each round makes the same. */
  private double replay(DirectIndex index, Workspace workspace) throws Exception {
    index.awaitQuiet();
    if (documents == null) {
      documents = BulkFile.fetch(index, workspace.path("documents.ndjson"));
    }
    return new Replay(index, documents).seconds();
  }
}
