package io.gazetteer.common.connect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;

/**
 * Makes sockets whose {@code close} returns when the server has closed its end, too, or after half
 * a second. PostgreSQL counts a session until then: without the wait, the next connection could be
 * one more than its owner allows. Public with a public constructor, since pgjdbc makes it by its
 * name.
 */
public final class ClosingSocketFactory extends SocketFactory {
  private static final Duration PATIENCE = Duration.ofMillis(500);

  @Override
  public Socket createSocket() {
    return new ClosingSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    throw new IOException("Sources are reached from any local address");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    throw new IOException("Sources are reached from any local address");
  }

  private static Socket connected(InetSocketAddress address) throws IOException {
    var socket = new ClosingSocket();
    socket.connect(address);
    return socket;
  }

  private static final class ClosingSocket extends Socket {
    @Override
    public synchronized void close() throws IOException {
      if (isConnected() && !isClosed()) {
        awaitEnd();
      }
      super.close();
    }

    private void awaitEnd() {
      try {
        shutdownOutput();
        setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var rest = new byte[8192];
        while (getInputStream().read(rest) >= 0 && System.nanoTime() < deadline) {
          // What the server still says is of no interest.
        }
      } catch (IOException e) {
        // The connection is broken, which ends it as well.
      }
    }
  }
}
