package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.frame.Options;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.source.PostgresSource;
import io.gazetteer.servers.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The first crawl of a user: on a new data folder, right after {@code ./gazetteer start}, when
 * nothing is compiled yet. Replaying its documents afterwards, against the same Elasticsearch,
 * which is warm by then, says what the machine can do.
 */
public final class ColdCrawl {
  private static final String DATABASE = "company";

  private final int tables = Options.number("tables", 10_000);
  private final int columns = Options.number("columns", 100);
  private final int rounds = Options.number("rounds", 3);
  private final List<Long> memoryAtRest = new ArrayList<>();
  private final List<Long> memoryAfterwards = new ArrayList<>();
  private final List<String> processorTimes = new ArrayList<>();
  private final Workspace workspace;
  private final PostgresSource source;
  private @Nullable Launcher gazetteer;
  private @Nullable BulkFile documents;

  private ColdCrawl(Workspace workspace, PostgresSource source) {
    this.workspace = workspace;
    this.source = source;
  }

  /** Measures and prints. */
  public static void run() throws Exception {
    try (var workspace = Workspace.open()) {
      var source = workspace.keep(PostgresSource.start(workspace.path("source")));
      new ColdCrawl(workspace, source).measure();
    }
  }

  private void measure() throws Exception {
    source.create(DATABASE, tables, columns);
    var timed =
        new Rounds()
            .add("start", this::startAnew)
            .add("crawl", this::crawl)
            .add("replay", this::replay)
            .run(rounds);
    running().close();
    var report =
        new Report(
            "PostgreSQL, %d tables x %d columns, right after ./gazetteer start; medians of %d"
                    .formatted(tables, columns, rounds)
                + " new data folders");
    report.atMost(
        "cold first crawl, registration to SUCCEEDED and searchable ÷ replay by raw `_bulk`",
        2.0,
        "1.6",
        timed.ratio("crawl", "replay"),
        timed.times("crawl") + ", " + timed.times("replay"));
    report.must("start", "<= 45 s", "", timed.median("start") <= 45, timed.times("start"));
    report.fact("resident memory at rest, before the crawl", megabytes(memoryAtRest));
    report.fact("resident memory after the crawl", megabytes(memoryAfterwards));
    report.fact("processor time of the last cold crawl", processorTimes.getLast());
    report.print();
  }

  private double startAnew() throws Exception {
    if (gazetteer != null) {
      gazetteer.close();
    }
    var data = workspace.path("data-" + System.nanoTime());
    long begin = System.nanoTime();
    gazetteer = workspace.keep(Launcher.start(Files.createDirectories(data), FreePorts.free()));
    return secondsSince(begin);
  }

  private double crawl() throws Exception {
    memoryAtRest.add(running().residentMegabytes());
    var cpu = running().cpu().add("source", source.server().process());
    cpu.reset();
    long begin = System.nanoTime();
    running().api().crawl(target(), PostgresSource.words(tables - 1));
    double seconds = secondsSince(begin);
    processorTimes.add(cpu.text());
    Console.say("processor time: " + processorTimes.getLast());
    memoryAfterwards.add(running().residentMegabytes());
    return seconds;
  }

  private double replay() throws Exception {
    var index = running().index();
    index.awaitQuiet();
    return new Replay(index, Indexes.read(index), documents(index)).seconds();
  }

  /** Fetched once: each round makes the same. */
  private BulkFile documents(DirectIndex index) throws IOException, InterruptedException {
    if (documents == null) {
      documents = BulkFile.fetch(index, workspace.path("documents.ndjson"));
    }
    return documents;
  }

  private Target target() {
    return Target.postgres(source.server(), DATABASE);
  }

  private Launcher running() {
    if (gazetteer == null) {
      throw new IllegalStateException("Not started yet");
    }
    return gazetteer;
  }

  private static String megabytes(List<Long> measured) {
    return measured.stream().map(one -> one + " MB").collect(Collectors.joining(", "));
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
