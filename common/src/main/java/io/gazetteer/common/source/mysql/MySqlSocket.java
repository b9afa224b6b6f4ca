package io.gazetteer.common.source.mysql;

import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.LoginRefusedException;
import io.gazetteer.common.source.postgresql.PostgresProbe;
import io.gazetteer.common.source.wire.LoginSockets;
import io.gazetteer.common.source.wire.MessageCap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;

/**
 * Bounds the messages of an unencrypted connection to MySQL or MariaDB, and notices a server that
 * waits for the client to speak first.
 */
final class MySqlSocket extends Socket {
  /** A server of this kind greets at once; one that does not may be PostgreSQL. */
  private static final int GREETING_MILLIS = 1_500;

  private static final int NOTHING = -1;

  private final MySqlFraming framing = new MySqlFraming();
  private boolean isCapped = true;
  private int first = NOTHING;

  /** Stops bounding messages: from now on they are encrypted and cannot be seen from here. */
  void uncap() {
    isCapped = false;
  }

  @Override
  public void connect(SocketAddress server, int timeout) throws IOException {
    LoginSockets.add(this);
    super.connect(server, timeout);
    awaitGreeting(server);
  }

  private void awaitGreeting(SocketAddress server) throws IOException {
    int before = getSoTimeout();
    setSoTimeout(GREETING_MILLIS);
    try {
      first = super.getInputStream().read();
    } catch (SocketTimeoutException e) {
      if (PostgresProbe.answersAt((InetSocketAddress) server)) {
        throw LoginRefusedException.otherKind(DatabaseKind.POSTGRESQL.displayName());
      }
    } finally {
      setSoTimeout(before);
    }
  }

  @Override
  public InputStream getInputStream() throws IOException {
    InputStream server = super.getInputStream();
    return isCapped ? new MessageCap(withFirst(server), framing, this) : server;
  }

  /** Puts the byte back that was read while we waited. */
  private InputStream withFirst(InputStream server) {
    if (first == NOTHING) {
      return server;
    }
    InputStream front = new ByteArrayInputStream(new byte[] {(byte) first});
    first = NOTHING;
    return new SequenceInputStream(front, server);
  }
}
