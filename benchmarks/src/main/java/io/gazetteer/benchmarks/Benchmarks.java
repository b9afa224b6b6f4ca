package io.gazetteer.benchmarks;

import io.gazetteer.benchmarks.auth.Auth;
import io.gazetteer.benchmarks.crawl.ColdCrawl;
import io.gazetteer.benchmarks.crawl.FirstCrawl;
import io.gazetteer.benchmarks.crawl.Large;
import io.gazetteer.benchmarks.crawl.ManyPartitions;
import io.gazetteer.benchmarks.crawl.MariaDb;
import io.gazetteer.benchmarks.crawl.ReCrawl;
import io.gazetteer.benchmarks.crawl.SchemaStream;
import io.gazetteer.benchmarks.crawl.TwoWorkers;
import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.reading.Reading;
import io.gazetteer.benchmarks.search.SearchBenchmark;

/** Runs one benchmark by its name. */
final class Benchmarks {
  private Benchmarks() {}

  public static void main(String[] arguments) throws Exception {
    Console.say(arguments[0]);
    switch (arguments[0]) {
      case "main-job" -> MainJob.main(arguments);
      case "reading" -> Reading.run();
      case "cold-crawl" -> ColdCrawl.run();
      case "first-crawl" -> FirstCrawl.run();
      case "re-crawl" -> ReCrawl.run();
      case "large" -> Large.run();
      case "mariadb" -> MariaDb.run();
      case "two-workers" -> TwoWorkers.run();
      case "partitions" -> ManyPartitions.run();
      case "search" -> SearchBenchmark.run();
      case "search-rate" -> SearchBenchmark.runRate();
      case "search-kinds" -> SearchBenchmark.runKinds();
      case "search-size" -> SearchBenchmark.runSize();
      case "search-growth" -> SearchBenchmark.runGrowth();
      case "schema" -> SchemaStream.run();
      case "auth" -> Auth.run();
      default -> throw new IllegalArgumentException("No such benchmark: " + arguments[0]);
    }
  }
}
