package io.gazetteer.servers.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Does to an API on this machine what anyone can do who has no token: sends bodies that never end,
 * and wrong passwords for names that nobody has. Slow bodies come from the address that people come
 * from, too; wrong passwords come from many. Bounded by its size, and ends when it is closed.
 */
public final class Flood implements AutoCloseable {
  private static final int ADDRESSES = 250;
  private static final int TIMEOUT_MILLIS = 20_000;
  private static final Duration DRIP = Duration.ofSeconds(1);
  private static final int DECLARED_BYTES = 60_000;

  private final int port;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
  private volatile boolean goesOn = true;

  private Flood(int port) {
    this.port = port;
  }

  /**
   * Begins.
   *
   * @param slowBodies so many are on their way at every moment: one that is refused comes again
   * @param loginsPerSecond so many, however long they take to be answered
   */
  public static Flood begin(int port, int slowBodies, int loginsPerSecond) {
    var flood = new Flood(port);
    for (int i = 0; i < slowBodies; i++) {
      flood.threads.execute(flood::sendSlowBodies);
    }
    flood.threads.execute(() -> flood.logIn(loginsPerSecond));
    return flood;
  }

  /** Returns how often each thing has happened so far, for example {@code login 401}. */
  public Map<String, Long> counts() {
    var now = new TreeMap<String, Long>();
    counts.forEach((what, count) -> now.put(what, count.get()));
    return now;
  }

  private void count(String what) {
    counts.computeIfAbsent(what, key -> new AtomicLong()).incrementAndGet();
  }

  private void sendSlowBodies() {
    while (goesOn) {
      try (var channel = SocketChannel.open()) {
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.configureBlocking(false);
        write(channel, head(DECLARED_BYTES));
        count("slow body");
        drip(channel);
      } catch (IOException e) {
        count("slow body cut off");
        LockSupport.parkNanos(DRIP.toNanos() / 10);
      }
    }
  }

  private void drip(SocketChannel channel) throws IOException {
    var answer = ByteBuffer.allocate(1024);
    while (goesOn) {
      LockSupport.parkNanos(DRIP.toNanos());
      if (channel.read(answer) != 0) {
        count("slow body " + status(new String(answer.array(), StandardCharsets.US_ASCII)));
        return;
      }
      write(channel, " ");
    }
  }

  private static void write(SocketChannel channel, String text) throws IOException {
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String head(int length) {
    return "POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n".formatted(length);
  }

  private void logIn(int perSecond) {
    long begin = System.nanoTime();
    for (long i = 0; goesOn; i++) {
      long number = i;
      threads.execute(() -> tryPassword(number));
      long due = begin + (long) ((i + 1) * 1e9 / perSecond);
      while (due - System.nanoTime() > 0) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
    }
  }

  private void tryPassword(long number) {
    var body = "{\"username\":\"nobody-%d\",\"password\":\"wrong-password\"}".formatted(number);
    try (var socket = new Socket()) {
      var from = InetAddress.ofLiteral("127.0.0." + (1 + number % ADDRESSES));
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(from, 0));
      socket.connect(
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket
          .getOutputStream()
          .write((head(body.length()) + body).getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      count("login " + status(answer));
    } catch (IOException e) {
      count("login without an answer");
    }
  }

  private static String status(String answer) {
    return answer.startsWith("HTTP/1.1 ") ? answer.substring(9, 12) : "closed";
  }

  @Override
  public void close() {
    goesOn = false;
    threads.shutdownNow();
  }
}
