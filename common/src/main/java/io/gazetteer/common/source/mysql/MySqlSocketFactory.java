package io.gazetteer.common.source.mysql;

import com.mysql.cj.conf.PropertySet;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.ServerSession;
import com.mysql.cj.protocol.SocketConnection;
import com.mysql.cj.protocol.StandardSocketFactory;
import io.gazetteer.common.source.tls.Tls;
import io.gazetteer.common.source.tls.TlsHandshake;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sockets of Connector/J, and encrypts them when the driver has agreed on that with the
 * server. Public with a public constructor, since Connector/J makes it by its name.
 */
@SuppressWarnings("TypeParameterUnusedInFormals") // As the driver has declared them.
public final class MySqlSocketFactory extends StandardSocketFactory {
  /** This property holds {@link Tls#encode}. */
  static final String TLS = "gazetteerTls";

  private final MySqlSocket socket = new MySqlSocket();
  private String tls = "";

  @Override
  public <T extends Closeable> T connect(
      String host, int port, PropertySet properties, int loginTimeout) throws IOException {
    tls = properties.getStringProperty(TLS).getValue();
    return super.connect(host, port, properties, loginTimeout);
  }

  @Override
  protected Socket createSocket(PropertySet properties) {
    return socket;
  }

  @Override
  public <T extends Closeable> T performTlsHandshake(
      SocketConnection connection, ServerSession session) throws IOException {
    return performTlsHandshake(connection, session, null);
  }

  @Override
  @SuppressWarnings("unchecked") // The driver's interface: it casts to Socket itself.
  public <T extends Closeable> T performTlsHandshake(
      SocketConnection connection, ServerSession session, @Nullable Log log) throws IOException {
    socket.uncap();
    sslSocket = new EncryptedMySqlSocket(TlsHandshake.over(socket, Tls.decode(tls), true));
    return (T) sslSocket;
  }
}
