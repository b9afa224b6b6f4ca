package io.gazetteer.benchmarks;

import io.gazetteer.benchmarks.agents.Agents;
import io.gazetteer.benchmarks.auth.Auth;
import io.gazetteer.benchmarks.auth.UnderFlood;
import io.gazetteer.benchmarks.crawl.ColdCrawl;
import io.gazetteer.benchmarks.crawl.FirstCrawl;
import io.gazetteer.benchmarks.crawl.Large;
import io.gazetteer.benchmarks.crawl.ManyPartitions;
import io.gazetteer.benchmarks.crawl.MariaDb;
import io.gazetteer.benchmarks.crawl.ReCrawl;
import io.gazetteer.benchmarks.crawl.SchemaStream;
import io.gazetteer.benchmarks.crawl.TwoWorkers;
import io.gazetteer.benchmarks.frame.Benchmark;
import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.pages.Pages;
import io.gazetteer.benchmarks.questions.Questions;
import io.gazetteer.benchmarks.reading.Reading;
import io.gazetteer.benchmarks.search.SearchBenchmark;

/** Runs one benchmark by its name. */
final class Benchmarks {
  private Benchmarks() {}

  public static void main(String[] arguments) throws Exception {
    var name = arguments[0];
    Console.say(name);
    try (var workspace = Workspace.open()) {
      of(name).run(workspace);
    }
  }

  private static Benchmark of(String name) {
    return switch (name) {
      case "main-job" -> new MainJob();
      case "reading" -> new Reading();
      case "cold-crawl" -> new ColdCrawl();
      case "first-crawl" -> new FirstCrawl();
      case "re-crawl" -> new ReCrawl();
      case "large" -> new Large();
      case "mariadb" -> new MariaDb();
      case "two-workers" -> new TwoWorkers();
      case "partitions" -> new ManyPartitions();
      case "search" -> SearchBenchmark.ALL;
      case "search-rate" -> SearchBenchmark.RATE;
      case "search-kinds" -> SearchBenchmark.KINDS;
      case "search-size" -> SearchBenchmark.SIZE;
      case "search-page" -> SearchBenchmark.PAGE;
      case "search-programs" -> SearchBenchmark.PROGRAMS;
      case "search-growth" -> SearchBenchmark.GROWTH;
      case "questions" -> new Questions();
      case "agents" -> new Agents();
      case "schema" -> new SchemaStream();
      case "pages" -> new Pages();
      case "auth" -> new Auth();
      case "flood" -> new UnderFlood();
      default -> throw new IllegalArgumentException("No such benchmark: " + name);
    };
  }
}
