package io.gazetteer.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Finds free ports of the loopback address. */
public final class FreePorts {
  // Below the range that Linux takes the ports of outgoing connections from: none of them sits on
  // one between now and its use.
  private static final int FIRST = 20_000;
  private static final int LAST = 31_999;
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private FreePorts() {}

  /** Returns a port that is free now and that was given to nobody else in this JVM. */
  public static int free() {
    return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, LAST + 1))
        .filter(FreePorts::isFree)
        .filter(GIVEN::add)
        .findFirst()
        .orElseThrow();
  }

  /** Returns whether nobody listens at the port. */
  public static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
