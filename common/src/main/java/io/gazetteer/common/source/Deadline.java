package io.gazetteer.common.source;

import io.gazetteer.common.source.wire.LoginSockets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Bounds a step of a login as a whole. The drivers bound each read only, and name resolution not at
 * all: a server that sends a byte now and then would hold us for ever. When the time is over, the
 * sockets of the login are closed, which ends its thread as well.
 */
final class Deadline {

  private Deadline() {}

  interface Step<T> {
    T take() throws SQLException, SourceException;
  }

  /** Deals with a result that comes when nobody waits for it any more. */
  interface Late<T> {
    void drop(T result) throws SQLException;
  }

  static <T> T within(Duration limit, Step<T> step, Late<T> late)
      throws SQLException, SourceException {
    CompletableFuture<T> result = new CompletableFuture<>();
    LoginSockets sockets = new LoginSockets();
    Thread.ofPlatform()
        .daemon()
        .name("source-login")
        .start(() -> sockets.during(() -> complete(result, step, late)));
    try {
      return result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      result.cancel(false);
      sockets.end();
      throw new SourceException(SourceError.TIMEOUT);
    } catch (ExecutionException e) {
      throw rethrow(Objects.requireNonNullElse(e.getCause(), e));
    } catch (InterruptedException e) {
      result.cancel(false);
      sockets.end();
      Thread.currentThread().interrupt();
      throw new SourceException(SourceError.SOURCE_BUSY);
    }
  }

  private static <T> boolean complete(CompletableFuture<T> result, Step<T> step, Late<T> late) {
    try {
      T taken = step.take();
      if (result.complete(taken)) {
        return true;
      }
      late.drop(taken);
      return false;
    } catch (SQLException | SourceException | RuntimeException e) {
      return result.completeExceptionally(e);
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
