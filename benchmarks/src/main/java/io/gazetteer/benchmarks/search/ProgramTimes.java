package io.gazetteer.benchmarks.search;

import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Rounds;
import io.gazetteer.benchmarks.load.Calls;
import io.gazetteer.benchmarks.load.ClosedLoop;
import io.gazetteer.benchmarks.load.Latencies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Measures the search of the command line, and what agents wait for against the API's answer. */
final class ProgramTimes {
  private static final String API = "API";
  private static final String MCP = "MCP";
  private static final int WARM_UP = 3;
  private static final int COMMANDS = 40;
  private static final double TERMINAL = 0.3;
  private static final Path COMMAND_LINE = Path.of("cli", "target");
  private static final int LONGEST_ARCHIVE_SECONDS = 120;

  private ProgramTimes() {}

  private interface Source {
    Calls calls() throws IOException, InterruptedException;
  }

  static void measure(SearchedIndex index) throws Exception {
    int rounds = index.sizes().rounds();
    var questions = index.queries().questions();
    var report = new Report("%s; %d questions".formatted(index.size(), questions.size()));
    Source api = () -> index.finds(questions);
    Source mcp = () -> index.findsOfAgents(questions);
    ClosedLoop.oneByOne(api.calls(), WARM_UP);
    ClosedLoop.oneByOne(mcp.calls(), WARM_UP);
    var timed = new Rounds().add(API, () -> p50(api)).add(MCP, () -> p50(mcp)).run(rounds);
    report.atMost("find of agents (MCP) ÷ find of the API, p50", 1.3, timed, MCP, API);
    commands(index, report);
    report.print();
  }

  private static double p50(Source source) throws Exception {
    return ClosedLoop.oneByOne(source.calls(), 1).p50();
  }

  private static void commands(SearchedIndex index, Report report)
      throws IOException, InterruptedException {
    var texts = index.queries().pairs().stream().limit(COMMANDS).toList();
    search(index, texts.getFirst());
    awaitArchive();
    var latencies = new Latencies();
    for (var text : texts) {
      long begin = System.nanoTime();
      search(index, text);
      latencies.add(System.nanoTime() - begin);
    }
    report.promised(
        "./gazetteer search, from its start to its end, p50 of %d".formatted(texts.size()),
        "<= 300 ms",
        latencies.p50() <= TERMINAL,
        String.format(
            Locale.ROOT, "%.0f ms (p95 %.0f ms)", 1000 * latencies.p50(), 1000 * latencies.p95()));
  }

  private static void search(SearchedIndex index, String text)
      throws IOException, InterruptedException {
    var api = index.deployment().api();
    var builder = new ProcessBuilder(List.of("./gazetteer", "search", text));
    builder.environment().put("GAZETTEER_URL", "http://127.0.0.1:" + api.port());
    builder.environment().put("GAZETTEER_TOKEN", api.token());
    var process = builder.redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("The search failed: " + said);
    }
  }

  /** The first command makes it in the background. */
  private static void awaitArchive() throws IOException, InterruptedException {
    for (int second = 0; second < LONGEST_ARCHIVE_SECONDS; second++) {
      try (var files = Files.list(COMMAND_LINE)) {
        var archives = files.map(Path::toString).filter(file -> file.contains(".aot")).toList();
        if (!archives.isEmpty() && archives.stream().allMatch(file -> file.endsWith(".aot"))) {
          return;
        }
      }
      TimeUnit.SECONDS.sleep(1);
    }
    Console.say("the archive of the command line was not made");
  }
}
