package io.gazetteer.api.web.transfer;

import io.gazetteer.api.web.CallerNetwork;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Bounds what a connection may take without a whole request. Tomcat counts the time between two
 * bytes of a head; here the head as a whole has a time. And when nearly all connections are taken,
 * the network that has most of those that do nothing loses some, so that newcomers need not wait:
 * those of strangers before {@link KnownConnections}, the oldest first.
 */
final class BoundedEndpoint extends NioEndpoint {
  /** Begins to make room when one in so many connections is left. */
  private static final int RESERVE = 20;

  private static final String HTTP = "http/1.1";

  private volatile long headNanos = Duration.ofSeconds(10).toNanos();

  private volatile KnownConnections known = new KnownConnections();

  void setKnownConnections(KnownConnections connections) {
    known = connections;
  }

  void setHeadTime(Duration time) {
    headNanos = time.toNanos();
  }

  @Override
  protected boolean setSocketOptions(SocketChannel socket) {
    int reserve = Math.max(1, getMaxConnections() / RESERVE);
    if (connections.size() >= getMaxConnections() - reserve) {
      makeRoom(reserve);
    }
    return super.setSocketOptions(socket);
  }

  /** Closes the connections whose request has begun too long ago, and is no request yet. */
  void closeSlowHeads() {
    long now = System.nanoTime();
    for (var connection : connections.values()) {
      closeIf(connection, each -> hasHeadSince(each, now - headNanos));
    }
  }

  private static boolean hasHeadSince(SocketWrapperBase<NioChannel> connection, long time) {
    if (!(connection.getCurrentProcessor() instanceof Processor processor)
        || processor.isAsync()
        || processor.isUpgrade()) {
      return false;
    }
    long began = processor.getRequest().getStartTimeNanos();
    return began >= 0 && began - time < 0;
  }

  private void makeRoom(int most) {
    Map<String, List<SocketWrapperBase<NioChannel>>> waiting = new HashMap<>();
    for (var connection : connections.values()) {
      if (!connection.getLock().isLocked() && waits(connection)) {
        waiting
            .computeIfAbsent(CallerNetwork.of(connection.getRemoteAddr()), key -> new ArrayList<>())
            .add(connection);
      }
    }
    waiting.values().stream()
        .max(Comparator.comparingInt(Collection::size))
        .ifPresent(crowd -> closeOldest(crowd, most));
  }

  private void closeOldest(List<SocketWrapperBase<NioChannel>> crowd, int most) {
    crowd.stream()
        .sorted(
            Comparator.<SocketWrapperBase<NioChannel>, Boolean>comparing(this::isKnown)
                .thenComparingLong(BoundedEndpoint::lastRead))
        .limit(most)
        .forEach(connection -> closeIf(connection, BoundedEndpoint::waits));
  }

  private boolean isKnown(SocketWrapperBase<NioChannel> connection) {
    // The connection that its requests tell of, too.
    return known.has(connection.getServletConnection(HTTP, ""));
  }

  private static long lastRead(SocketWrapperBase<NioChannel> connection) {
    return connection instanceof NioSocketWrapper wrapper ? wrapper.getLastRead() : 0;
  }

  /**
   * Says whether it waits for a request, or for the rest of a head. One whose request has come, and
   * waits for a thread, does not: the poller looks for nothing there.
   */
  private static boolean waits(SocketWrapperBase<NioChannel> connection) {
    return connection instanceof NioSocketWrapper wrapper
        && wrapper.interestOpsHas(SelectionKey.OP_READ)
        && (!(connection.getCurrentProcessor() instanceof Processor processor)
            || !(processor.isAsync() || processor.isUpgrade()));
  }

  /** Whoever works for a connection has its lock; then it is left alone. */
  private static void closeIf(
      SocketWrapperBase<NioChannel> connection,
      Predicate<SocketWrapperBase<NioChannel>> condition) {
    if (connection.getLock().tryLock()) {
      try {
        if (condition.test(connection)) {
          connection.close();
        }
      } finally {
        connection.getLock().unlock();
      }
    }
  }
}
