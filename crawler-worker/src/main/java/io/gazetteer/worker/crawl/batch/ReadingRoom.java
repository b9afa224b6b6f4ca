package io.gazetteer.worker.crawl.batch;

import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Bounds the memory of all batches that are read at once, and with it how many there are: the raw
 * facts of a batch are held until its relations are put together, about 900 bytes a column as
 * measured, and what is on its way into the index takes up to 6 MB more. Thread safe.
 */
@Component
final class ReadingRoom {
  private static final int BYTES_A_COLUMN = 1_000;

  /** Two bulk bodies, in columns. */
  private static final int MOST_UNDER_WAY = 6_000;

  private final int columns;
  private final Semaphore free;

  ReadingRoom() {
    this(Runtime.getRuntime().maxMemory());
  }

  /**
   * @param heap in bytes; two thirds of it are for reading
   */
  ReadingRoom(long heap) {
    columns = (int) Math.min(Integer.MAX_VALUE, heap / BYTES_A_COLUMN * 2 / 3);
    free = new Semaphore(columns);
  }

  /** Waits for room; a batch that needs more than there is gets all of it. */
  void enter(long wanted) {
    free.acquireUninterruptibly(size(wanted));
  }

  /** To be called once for each {@link #enter}, with the same number. */
  void leave(long wanted) {
    free.release(size(wanted));
  }

  private int size(long wanted) {
    return (int) Math.min(wanted + Math.min(wanted, MOST_UNDER_WAY), columns);
  }
}
