package io.gazetteer.standalone.processes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Picks free ports of the loopback interface. They are below the range that systems take outgoing
 * ports from, so that no passing connection sits on one between now and its use. Thread safe.
 */
public final class Ports {
  private static final int FIRST = 20_000;
  private static final int LAST = 31_999;

  private final RandomGenerator random = RandomGenerator.getDefault();
  private final Set<Integer> given = new HashSet<>();

  /** Returns a port that is free now and that this object gave to nobody else. */
  public synchronized int next() {
    while (true) {
      int port = random.nextInt(FIRST, LAST + 1);
      if (isFree(port) && given.add(port)) {
        return port;
      }
    }
  }

  public static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
