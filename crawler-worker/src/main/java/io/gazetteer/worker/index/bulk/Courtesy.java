package io.gazetteer.worker.index.bulk;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Lets searches go first. A crawl that writes as fast as it can takes all of a small Elasticsearch;
 * while somebody searches, this worker writes one request at a time, and rests after each for as
 * long as that took. Thread safe.
 */
public final class Courtesy {
  private static final long LONGEST_REST = TimeUnit.SECONDS.toNanos(1);

  private final BooleanSupplier isSearched;
  private final Semaphore one = new Semaphore(1, true);

  public Courtesy(BooleanSupplier isSearched) {
    this.isSearched = isSearched;
  }

  /** Is the time in which to send one request. */
  interface Turn {
    /** Ends the turn; call it once, when the request was answered. */
    void end();
  }

  /** Waits until a request may be sent. */
  Turn await() {
    if (!isSearched.getAsBoolean()) {
      return () -> {};
    }
    one.acquireUninterruptibly();
    long begin = System.nanoTime();
    return () -> {
      rest(System.nanoTime() - begin);
      one.release();
    };
  }

  private static void rest(long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(Math.min(nanos, LONGEST_REST));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
