package io.gazetteer.common.source;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes {@code abort} also end the statement on the server. The drivers only close the socket,
 * which a server notices when it has a result to send and not before.
 */
final class AbortableConnection implements InvocationHandler {

  private static final Logger log = LoggerFactory.getLogger(AbortableConnection.class);

  private final Connection delegate;
  private final ServerCancel serverCancel;
  private final @Nullable Object session;
  private volatile Runnable whenClosed = () -> {};

  private AbortableConnection(
      Connection delegate, ServerCancel serverCancel, @Nullable Object session) {
    this.delegate = delegate;
    this.serverCancel = serverCancel;
    this.session = session;
  }

  /**
   * Wraps a connection.
   *
   * @param session what the connection unwraps to when asked for this class; null: nothing
   */
  static Connection of(Connection delegate, ServerCancel serverCancel, @Nullable Object session) {
    return (Connection)
        Proxy.newProxyInstance(
            AbortableConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new AbortableConnection(delegate, serverCancel, session));
  }

  /** Does something when a connection of {@link #of} is closed or aborted. */
  static void whenClosed(Connection connection, Runnable action) {
    ((AbortableConnection) Proxy.getInvocationHandler(connection)).whenClosed = action;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getName().equals("abort")) {
      abort((Executor) Objects.requireNonNull(arguments)[0]);
      return null;
    }
    if (method.getName().equals("close")) {
      close();
      return null;
    }
    if (method.getName().equals("unwrap") && isSession(arguments)) {
      return session;
    }
    try {
      return method.invoke(delegate, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private void close() throws SQLException {
    try {
      delegate.close();
    } finally {
      whenClosed.run();
    }
  }

  private boolean isSession(Object @Nullable [] arguments) {
    return session != null && Objects.requireNonNull(arguments)[0] == session.getClass();
  }

  private void abort(Executor executor) {
    executor.execute(
        () -> {
          cancelOnServer();
          closeSocket();
          whenClosed.run();
        });
  }

  private void cancelOnServer() {
    try {
      if (!delegate.isClosed()) {
        serverCancel.cancel();
      }
    } catch (SQLException e) {
      log.warn("Could not cancel on the source (SQLSTATE {})", e.getSQLState());
    }
  }

  private void closeSocket() {
    try {
      delegate.abort(Runnable::run);
    } catch (SQLException e) {
      log.warn("Could not abort a connection (SQLSTATE {})", e.getSQLState());
    }
  }
}
