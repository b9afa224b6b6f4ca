package io.gazetteer.common.source;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Bounds a step of a login as a whole. The drivers bound each read only, and name resolution not at
 * all: a server that sends a byte now and then would hold us for ever.
 */
final class Deadline {

  private Deadline() {}

  interface Step<T> {
    T take() throws SQLException, SourceException;
  }

  /** What is to be done with a result that nobody waits for any more. */
  interface Late<T> {
    void drop(T result) throws SQLException;
  }

  static <T> T within(Duration limit, Step<T> step, Late<T> late)
      throws SQLException, SourceException {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread.ofPlatform().daemon().name("source-login").start(() -> complete(result, step, late));
    try {
      return result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      result.cancel(false);
      throw new SourceException(SourceError.TIMEOUT);
    } catch (ExecutionException e) {
      throw rethrow(Objects.requireNonNullElse(e.getCause(), e));
    } catch (InterruptedException e) {
      result.cancel(false);
      Thread.currentThread().interrupt();
      throw new SourceException(SourceError.SOURCE_BUSY);
    }
  }

  private static <T> void complete(CompletableFuture<T> result, Step<T> step, Late<T> late) {
    try {
      T taken = step.take();
      if (!result.complete(taken)) {
        late.drop(taken);
      }
    } catch (SQLException | SourceException | RuntimeException e) {
      result.completeExceptionally(e);
    }
  }

  private static SQLException rethrow(Throwable cause) throws SourceException {
    return switch (cause) {
      case SQLException failure -> failure;
      case SourceException failure -> throw failure;
      case RuntimeException failure -> throw failure;
      default -> throw new IllegalStateException(cause);
    };
  }
}
