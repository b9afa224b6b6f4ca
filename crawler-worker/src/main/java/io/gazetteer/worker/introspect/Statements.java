package io.gazetteer.worker.introspect;

import java.lang.ScopedValue.CallableOp;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Tells a listener about each statement that is sent to a source. It is a scoped value, so that the
 * queries deep inside need no parameter for it.
 */
public final class Statements {
  private static final ScopedValue<Listener> LISTENER = ScopedValue.newInstance();

  private Statements() {}

  /** Listens to statements, on the thread that sends them. */
  public interface Listener {
    /** Is called when a statement has ended, well or not, after this time. */
    void ended(Duration time);
  }

  public interface Statement {
    void run() throws SQLException;
  }

  /** Does something on this thread, and tells the listener about its statements. */
  public static <R, X extends Throwable> R heardBy(
      Listener listener, CallableOp<? extends R, X> work) throws X {
    return ScopedValue.where(LISTENER, listener).call(work);
  }

  /** Sends a statement, and tells the listener about it. */
  public static void run(Statement statement) throws SQLException {
    if (!LISTENER.isBound()) {
      statement.run();
      return;
    }
    long begin = System.nanoTime();
    try {
      statement.run();
    } finally {
      LISTENER.get().ended(Duration.ofNanos(System.nanoTime() - begin));
    }
  }
}
