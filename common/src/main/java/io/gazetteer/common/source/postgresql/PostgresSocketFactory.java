package io.gazetteer.common.source.postgresql;

import io.gazetteer.common.source.tls.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Makes the sockets of pgjdbc, those of its cancel requests included. Public with a public
 * constructor, since pgjdbc makes it by its name.
 */
public final class PostgresSocketFactory extends SocketFactory {
  private final Tls tls;

  /**
   * @param tls as {@link Tls#encode} writes it
   */
  public PostgresSocketFactory(String tls) {
    this.tls = Tls.decode(tls);
  }

  @Override
  public Socket createSocket() {
    return new PostgresSocket(tls);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw notAsked();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw notAsked();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    throw notAsked();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    throw notAsked();
  }

  private static IOException notAsked() {
    return new IOException("pgjdbc connects its sockets itself");
  }
}
