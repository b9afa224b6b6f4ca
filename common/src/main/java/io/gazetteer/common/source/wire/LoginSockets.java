package io.gazetteer.common.source.wire;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the sockets that one login has opened, so that a caller who no longer waits for the login
 * can end it: only closing its socket ends a thread that reads from a server which sends a byte now
 * and then. The drivers make the sockets themselves, in the thread that logs in; a scoped value
 * tells the sockets to which login they belong. Thread safe.
 */
public final class LoginSockets {
  private static final ScopedValue<LoginSockets> CURRENT = ScopedValue.newInstance();

  private final List<Closeable> sockets = new ArrayList<>();
  private boolean hasEnded;

  /** Runs a login whose sockets this object holds. */
  public <T, E extends Throwable> T during(ScopedValue.CallableOp<T, E> login) throws E {
    return ScopedValue.where(CURRENT, this).call(login);
  }

  /**
   * Adds a socket to the login of this thread, if there is one.
   *
   * @param close closes the socket at once, without a farewell
   * @throws IOException when the login has ended; the socket is closed
   */
  public static void add(Closeable close) throws IOException {
    if (CURRENT.isBound() && !CURRENT.get().hold(close)) {
      close.close();
      throw new IOException("Nobody waits for this login any more");
    }
  }

  private synchronized boolean hold(Closeable socket) {
    return !hasEnded && sockets.add(socket);
  }

  /** Closes the sockets of this login, and each that it opens from now on. */
  public void end() {
    for (var socket : ended()) {
      try {
        socket.close();
      } catch (IOException e) {
        // It is closed all the same.
      }
    }
  }

  private synchronized List<Closeable> ended() {
    hasEnded = true;
    return List.copyOf(sockets);
  }
}
