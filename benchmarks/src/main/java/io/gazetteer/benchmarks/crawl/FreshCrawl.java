package io.gazetteer.benchmarks.crawl;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A first crawl, again and again: before each the search indexes are made anew and the data source
 * is deleted, so that nothing of the one before is left to delete or to skip.
 */
final class FreshCrawl {
  private final Api api;
  private final DirectIndex server;
  private final Target target;
  private final String words;
  private @Nullable String dataSource;

  /** The words are those of one of its tables, which must be found at the end. */
  FreshCrawl(Api api, DirectIndex server, Target target, String words) {
    this.api = api;
    this.server = server;
    this.target = target;
    this.words = words;
  }

  /** The seconds from the registration to a crawl that has ended well and can be searched. */
  double seconds() throws IOException, InterruptedException {
    forget();
    long begin = System.nanoTime();
    dataSource = api.crawl(target, words).path("id").asString();
    double seconds = (System.nanoTime() - begin) / 1e9;
    server.awaitQuiet();
    return seconds;
  }

  /** The data source of the newest crawl. */
  String dataSource() {
    if (dataSource == null) {
      throw new IllegalStateException("Not crawled yet");
    }
    return dataSource;
  }

  private void forget() throws IOException, InterruptedException {
    Indexes.read(server).renew();
    if (dataSource != null) {
      api.delete(dataSource);
      dataSource = null;
    }
  }
}
