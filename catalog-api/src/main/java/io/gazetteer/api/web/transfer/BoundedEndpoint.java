package io.gazetteer.api.web.transfer;

import io.gazetteer.api.web.CallerNetwork;
import jakarta.servlet.ServletConnection;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Bounds what a connection may take without a whole request. Tomcat counts the time between two
 * bytes of a head; here the head as a whole has a time. And when nearly all connections are taken,
 * the network that has most of those that do nothing loses its oldest ones, so that newcomers need
 * not wait. {@link KnownConnections} are left alone, unless they are most of all.
 */
final class BoundedEndpoint extends NioEndpoint {
  /** Begins to make room when one in so many connections is left. */
  private static final int RESERVE = 20;

  private static final String HTTP = "http/1.1";
  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

  private volatile long headNanos = Duration.ofSeconds(10).toNanos();

  private volatile KnownConnections knownConnections = new KnownConnections();

  void setKnownConnections(KnownConnections connections) {
    knownConnections = connections;
  }

  void setHeadTime(Duration time) {
    headNanos = time.toNanos();
  }

  @Override
  protected boolean setSocketOptions(SocketChannel socket) {
    makeRoomIfCrowded();
    return super.setSocketOptions(socket);
  }

  private void makeRoomIfCrowded() {
    int reserve = Math.max(1, getMaxConnections() / RESERVE);
    if (connections.size() >= getMaxConnections() - reserve) {
      makeRoom(reserve);
    }
  }

  /**
   * Closes the connections whose request has begun too long ago, and is no request yet; and makes
   * room, for when none is left nobody is let in whose coming could make some.
   */
  void sweep() {
    makeRoomIfCrowded();
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

  /**
   * A connection that waits.
   *
   * @param nanos since it began to send a head, or did anything, as they were when it was found
   */
  private record Waiting(SocketWrapperBase<NioChannel> connection, long nanos) {}

  private void makeRoom(int most) {
    var known = new ArrayList<Waiting>();
    var strangers = new ArrayList<Waiting>();
    for (var connection : connections.values()) {
      if (connection.getLock().isLocked() || !waits(connection)) {
        continue;
      }
      var waiting = new Waiting(connection, nanosWithoutRequest(connection));
      if (isKnown(connection)) {
        known.add(waiting);
      } else if (waiting.nanos() > FRESH_NANOS) {
        // One that has only just come is about to send.
        strangers.add(waiting);
      }
    }
    if (!strangers.isEmpty()) {
      closeOldest(strangers, most);
    } else if (known.size() > getMaxConnections() / 2) {
      closeOldest(known, most);
    }
  }

  private boolean isKnown(SocketWrapperBase<NioChannel> connection) {
    return knownConnections.has(connectionOf(connection));
  }

  /** Returns the connection that its requests tell of. */
  private static ServletConnection connectionOf(SocketWrapperBase<NioChannel> connection) {
    return connection.getServletConnection(HTTP, "");
  }

  /** Closes some of the network that has most. */
  private static void closeOldest(List<Waiting> all, int most) {
    all.stream()
        .collect(Collectors.groupingBy(each -> CallerNetwork.of(each.connection().getRemoteAddr())))
        .values()
        .stream()
        .max(Comparator.comparingInt(Collection::size))
        .orElse(List.of())
        .stream()
        .sorted(Comparator.comparingLong(Waiting::nanos).reversed())
        .limit(most)
        .forEach(waiting -> closeIf(waiting.connection(), BoundedEndpoint::waits));
  }

  private static long nanosWithoutRequest(SocketWrapperBase<NioChannel> connection) {
    if (connection.getCurrentProcessor() instanceof Processor processor) {
      long began = processor.getRequest().getStartTimeNanos();
      if (began >= 0) {
        return System.nanoTime() - began;
      }
    }
    long lastRead =
        connection instanceof NioSocketWrapper wrapper
            ? wrapper.getLastRead()
            : System.currentTimeMillis();
    return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis() - lastRead);
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
