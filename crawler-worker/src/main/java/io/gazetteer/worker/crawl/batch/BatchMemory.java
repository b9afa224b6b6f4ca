package io.gazetteer.worker.crawl.batch;

import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Bounds the memory of all batches that are read at once, and with it how many there are. The raw
 * facts of a batch stay in memory until its relations are put together: with all that reading needs
 * up to 600 bytes a column as measured, counted as 1,000. What is on its way into the index takes
 * up to 6 MB more. Thread safe.
 */
@Component
final class BatchMemory {
  private static final int BYTES_A_COLUMN = 1_000;

  /** Two bulk bodies, in columns. */
  private static final int MOST_UNDER_WAY = 6_000;

  private final int columns;
  private final Semaphore free;

  BatchMemory() {
    this(Runtime.getRuntime().maxMemory());
  }

  /**
   * @param heap in bytes; two thirds of it are for reading
   */
  BatchMemory(long heap) {
    columns = (int) Math.min(Integer.MAX_VALUE, heap / BYTES_A_COLUMN * 2 / 3);
    free = new Semaphore(columns);
  }

  /** Waits for memory and takes it; a batch that needs more than there is gets all of it. */
  void take(long columnsOfBatch) {
    free.acquireUninterruptibly(size(columnsOfBatch));
  }

  /** Gives back what {@link #take} took for the same number of columns. */
  void giveBack(long columnsOfBatch) {
    free.release(size(columnsOfBatch));
  }

  private int size(long columnsOfBatch) {
    return (int) Math.min(columnsOfBatch + Math.min(columnsOfBatch, MOST_UNDER_WAY), columns);
  }
}
