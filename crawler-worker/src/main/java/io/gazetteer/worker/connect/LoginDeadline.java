package io.gazetteer.worker.connect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Bounds a login as a whole. The drivers bound each read only, and name resolution not at all: a
 * server that sends a byte now and then would hold us for ever.
 */
final class LoginDeadline {

  private LoginDeadline() {}

  interface Login {
    Connection open() throws SQLException, SourceException;
  }

  /** Returns the connection, or throws; one that comes too late is closed. */
  static Connection within(Duration limit, Login login) throws SQLException, SourceException {
    CompletableFuture<Connection> result = new CompletableFuture<>();
    Thread.ofVirtual().name("source-login").start(() -> complete(result, login));
    try {
      return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
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

  private static void complete(CompletableFuture<Connection> result, Login login) {
    try {
      Connection connection = login.open();
      if (!result.complete(connection)) {
        connection.close();
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
