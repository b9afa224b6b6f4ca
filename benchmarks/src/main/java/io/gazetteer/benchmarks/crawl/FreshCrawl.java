package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.source.PostgresSource;
import io.gazetteer.benchmarks.source.Target;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a first crawl, again and again: before each the search indexes are made anew and the data
 * source is deleted, so that nothing of the one before is left to delete or to skip.
 */
final class FreshCrawl {
  private final Api api;
  private final DirectIndex index;
  private final Target database;
  private final String words;
  private @Nullable String dataSource;

  /** Makes one at whose end the last of so many tables must be found. */
  FreshCrawl(Deployment deployment, Target database, int tables) {
    this.api = deployment.api();
    this.index = deployment.index();
    this.database = database;
    this.words = PostgresSource.words(tables - 1);
  }

  /** Crawls once before it counts. */
  FreshCrawl warm() throws Exception {
    Console.say("the first crawl of all took %.1f s".formatted(seconds()));
    return this;
  }

  /** The seconds from the registration to a crawl that has ended well and can be searched. */
  double seconds() throws IOException, InterruptedException {
    new Indexes(index).renew();
    if (dataSource != null) {
      api.delete(dataSource);
      dataSource = null;
    }
    long begin = System.nanoTime();
    dataSource = api.crawl(database, words);
    double seconds = (System.nanoTime() - begin) / 1e9;
    index.awaitQuiet();
    return seconds;
  }

  /** The seconds that crawling it once more takes. */
  double again() throws IOException, InterruptedException {
    if (dataSource == null) {
      throw new IllegalStateException("Not crawled yet");
    }
    long begin = System.nanoTime();
    api.crawlAgain(dataSource);
    return (System.nanoTime() - begin) / 1e9;
  }
}
