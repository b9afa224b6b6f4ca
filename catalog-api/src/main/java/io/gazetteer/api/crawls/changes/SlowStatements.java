package io.gazetteer.api.crawls.changes;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.ratelimit.Turns;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;

/**
 * Runs statements that may walk through a long history, three at once and those of different
 * callers by turns: the other connections to PostgreSQL are for logins and short questions. Thread
 * safe.
 */
@Component
public final class SlowStatements {
  static final int AT_ONCE = 3;
  static final int MOST_WAITING = 200;

  private final Turns turns;

  SlowStatements() {
    this(Duration.ofSeconds(10));
  }

  SlowStatements(Duration longestWait) {
    this.turns = new Turns(AT_ONCE, MOST_WAITING, longestWait);
  }

  /**
   * Runs a statement when there is a place.
   *
   * @throws QueryTimeoutException when others take too long, or too many wait
   */
  public <T> T run(Supplier<T> statement) {
    var place =
        turns
            .take(Callers.find().map(Caller::owner).orElse(""))
            .orElseThrow(() -> new QueryTimeoutException("Too many slow statements are running"));
    try (place) {
      return statement.get();
    }
  }
}
