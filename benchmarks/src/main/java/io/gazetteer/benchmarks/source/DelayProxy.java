package io.gazetteer.benchmarks.source;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A server that seems further away: every byte arrives later by a fixed time in each direction, and
 * as many of them a second as without it.
 */
public final class DelayProxy implements AutoCloseable {
  private static final int CHUNK = 64 << 10;
  private static final int CHUNKS_UNDER_WAY = 1024;

  private final ServerSocket listener;
  private final int target;
  private final long delayNanos;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  private DelayProxy(ServerSocket listener, int target, Duration delay) {
    this.listener = listener;
    this.target = target;
    this.delayNanos = delay.toNanos();
  }

  /**
   * Listens at a free port of the loopback address.
   *
   * @param target the port the connections go on to
   * @param roundTrip what is added to one, half of it in each direction
   */
  public static DelayProxy start(int target, Duration roundTrip) throws IOException {
    var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var proxy = new DelayProxy(listener, target, roundTrip.dividedBy(2));
    Thread.ofPlatform().daemon().name("delay-accept").start(proxy::accept);
    return proxy;
  }

  public int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        var near = keep(listener.accept());
        var far = keep(new Socket(InetAddress.getLoopbackAddress(), target));
        pump(near, far);
        pump(far, near);
      } catch (IOException e) {
        // Closed, or the target refused: the client sees its connection end.
      }
    }
  }

  private Socket keep(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    sockets.add(socket);
    return socket;
  }

  /** Bytes, and when they may be passed on; no bytes are the end. */
  private record Chunk(ByteBuffer bytes, long dueNanos) {}

  private void pump(Socket from, Socket to) {
    var underWay = new ArrayBlockingQueue<Chunk>(CHUNKS_UNDER_WAY);
    Thread.ofPlatform().daemon().name("delay-in").start(() -> take(from, underWay));
    Thread.ofPlatform().daemon().name("delay-out").start(() -> pass(underWay, from, to));
  }

  private void take(Socket from, BlockingQueue<Chunk> underWay) {
    try {
      int length = 1;
      while (length > 0) {
        var bytes = new byte[CHUNK];
        length = Math.max(0, read(from, bytes));
        var read = ByteBuffer.wrap(bytes, 0, length);
        underWay.put(new Chunk(read, System.nanoTime() + delayNanos));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int read(Socket from, byte[] bytes) {
    try {
      return from.getInputStream().read(bytes);
    } catch (IOException e) {
      return -1;
    }
  }

  private void pass(BlockingQueue<Chunk> underWay, Socket from, Socket to) {
    try (from;
        to) {
      var chunk = underWay.take();
      while (chunk.bytes().hasRemaining()) {
        waitUntil(chunk.dueNanos());
        to.getOutputStream().write(chunk.bytes().array(), 0, chunk.bytes().remaining());
        chunk = underWay.take();
      }
    } catch (IOException e) {
      // The other side is gone; both sockets are closed now.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private static void waitUntil(long dueNanos) {
    long left = dueNanos - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = dueNanos - System.nanoTime();
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (var socket : sockets) {
      socket.close();
    }
  }
}
