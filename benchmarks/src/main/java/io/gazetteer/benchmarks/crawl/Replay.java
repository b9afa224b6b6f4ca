package io.gazetteer.benchmarks.crawl;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The floor of a first crawl: the same documents, ready made, sent by bulk requests on two
 * connections into empty indexes of the same definition, and made searchable.
 */
final class Replay {
  private static final int CONNECTIONS = 2;

  private final DirectIndex server;
  private final Indexes indexes;
  private final BulkFile documents;

  Replay(DirectIndex server, Indexes indexes, BulkFile documents) {
    this.server = server;
    this.indexes = indexes;
    this.documents = documents;
  }

  /** The seconds of sending and refreshing. */
  double seconds() throws Exception {
    indexes.createReplay();
    long begin = System.nanoTime();
    send();
    server.post("/replay-*/_refresh", "");
    double seconds = (System.nanoTime() - begin) / 1e9;
    server.awaitQuiet();
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
            server.bulk(documents.body(number));
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
