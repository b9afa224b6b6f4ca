package io.gazetteer.common.source.mysql;

import io.gazetteer.common.source.wire.LoginSockets;
import io.gazetteer.common.source.wire.MessageCap;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;

/** Bounds the messages of an unencrypted connection to MySQL or MariaDB. */
final class MySqlSocket extends Socket {
  private final MySqlFraming framing = new MySqlFraming();
  private boolean isCapped = true;

  /** Stops bounding messages: from now on they are encrypted and cannot be seen from here. */
  void uncap() {
    isCapped = false;
  }

  @Override
  public void connect(SocketAddress server, int timeout) throws IOException {
    LoginSockets.add(this);
    super.connect(server, timeout);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    InputStream server = super.getInputStream();
    return isCapped ? new MessageCap(server, framing, this) : server;
  }
}
