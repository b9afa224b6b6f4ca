package io.gazetteer.benchmarks.crawl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The floor of a first crawl: the same documents, ready made, sent by bulk requests on two
 * connections into empty indexes of the same definition, and made searchable.
 */
record Replay(DirectIndex index, BulkFile documents) {
  private static final int CONNECTIONS = 2;

  /** Fetches what is indexed now into a file. */
  static Replay of(DirectIndex index, Path file) throws IOException, InterruptedException {
    return new Replay(index, BulkFile.fetch(index, file));
  }

  /** The seconds of sending and refreshing. */
  double seconds() throws Exception {
    var indexes = new Indexes(index);
    indexes.createReplay();
    long begin = System.nanoTime();
    send();
    index.post("/replay-*/_refresh", "");
    double seconds = (System.nanoTime() - begin) / 1e9;
    index.awaitQuiet();
    indexes.deleteReplay();
    return seconds;
  }

  private void send() throws Exception {
    var next = new AtomicInteger();
    Callable<Integer> sender =
        () -> {
          int sent = 0;
          int number = next.getAndIncrement();
          while (number < documents.bodies()) {
            index.bulk(documents.body(number));
            sent++;
            number = next.getAndIncrement();
          }
          return sent;
        };
    try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      var first = threads.submit(sender);
      var second = threads.submit(sender);
      if (first.get() + second.get() != documents.bodies()) {
        throw new IllegalStateException("Not everything was sent");
      }
    }
  }
}
