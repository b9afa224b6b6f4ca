package io.gazetteer.api.crawls.changes;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;

/**
 * Runs statements that may walk through a long history, three at once: the other connections to
 * PostgreSQL are for logins and short questions. Thread safe.
 */
@Component
public final class SlowStatements {
  static final int AT_ONCE = 3;

  private final Semaphore free = new Semaphore(AT_ONCE, true);
  private final Duration longestWait;

  SlowStatements() {
    this(Duration.ofSeconds(10));
  }

  SlowStatements(Duration longestWait) {
    this.longestWait = longestWait;
  }

  /**
   * Runs a statement when there is a place.
   *
   * @throws QueryTimeoutException when others take too long
   */
  public <T> T run(Supplier<T> statement) {
    try {
      if (!free.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new QueryTimeoutException("Too many slow statements are running");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new QueryTimeoutException("Interrupted while slow statements are running", e);
    }
    try {
      return statement.get();
    } finally {
      free.release();
    }
  }
}
