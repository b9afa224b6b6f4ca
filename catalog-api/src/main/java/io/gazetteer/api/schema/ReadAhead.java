package io.gazetteer.api.schema;

import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Reads one piece ahead of the one that is being used, in a thread of its own. Closing it ends the
 * reading with the piece that is being read. Not thread-safe.
 */
final class ReadAhead<T> implements AutoCloseable {
  private final Iterator<T> pieces;
  private FutureTask<@Nullable T> next;

  ReadAhead(Iterator<T> pieces) {
    this.pieces = pieces;
    this.next = begin();
  }

  private FutureTask<@Nullable T> begin() {
    var task = new FutureTask<@Nullable T>(() -> pieces.hasNext() ? pieces.next() : null);
    Thread.ofPlatform().daemon().name("read-ahead").start(task);
    return task;
  }

  /** Returns the next piece; null after the last. Throws what reading it threw. */
  @Nullable T take() {
    try {
      var piece = next.get();
      if (piece != null) {
        next = begin();
      }
      return piece;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while reading tables", e);
    }
  }

  @Override
  public void close() {
    next.cancel(true);
  }
}
