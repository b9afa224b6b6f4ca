package io.gazetteer.common.source.postgresql;

import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.LoginRefusedException;
import io.gazetteer.common.source.SourceError;
import io.gazetteer.common.source.TlsMode;
import io.gazetteer.common.source.tls.Tls;
import io.gazetteer.common.source.tls.TlsHandshake;
import io.gazetteer.common.source.wire.ClosingSocket;
import io.gazetteer.common.source.wire.LoginSockets;
import io.gazetteer.common.source.wire.MessageCap;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketAddress;
import java.util.Locale;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Agrees with PostgreSQL on encryption before pgjdbc sends its first byte, so that the rules are
 * the same for logins and cancel requests, and the same as for MySQL. pgjdbc itself is told that
 * there is none.
 */
final class PostgresSocket extends ClosingSocket {
  private static final int SSL_REQUEST = 80877103;
  private static final int MYSQL_PROTOCOL = 10;
  private static final int GREETING_FRONT = 4;
  private static final int LONGEST_VERSION = 100;

  private final Tls tls;
  private @Nullable SSLSocket encrypted;
  private @Nullable InputStream messages;

  PostgresSocket(Tls tls) {
    this.tls = tls;
  }

  @Override
  public void connect(SocketAddress server, int timeout) throws IOException {
    LoginSockets.add(this::abandon);
    super.connect(server, timeout);
    if (tls.mode() != TlsMode.DISABLE) {
      setSoTimeout(timeout);
      encrypted = negotiate();
    }
    messages =
        new MessageCap(
            encrypted == null ? super.getInputStream() : encrypted.getInputStream(),
            new PostgresFraming(),
            this);
  }

  private @Nullable SSLSocket negotiate() throws IOException {
    DataOutputStream out = new DataOutputStream(super.getOutputStream());
    out.writeInt(8);
    out.writeInt(SSL_REQUEST);
    // One byte and no more: the reader of the encrypted stream reads what follows.
    int answer = super.getInputStream().read();
    return switch (answer) {
      case 'S' -> TlsHandshake.over(this, tls, false);
      case 'N', 'E' -> unencrypted(answer);
      case -1 -> throw new EOFException();
      default -> throw otherKind();
    };
  }

  /**
   * Reads on in what may be the greeting of a MySQL server, whose length began with the byte that
   * was read: two bytes of length, a number, the protocol's version, and the server's as text.
   */
  private LoginRefusedException otherKind() throws IOException {
    InputStream in = super.getInputStream();
    byte[] front = in.readNBytes(GREETING_FRONT);
    if (front.length < GREETING_FRONT || front[GREETING_FRONT - 1] != MYSQL_PROTOCOL) {
      return new LoginRefusedException(SourceError.WRONG_DATABASE_TYPE);
    }
    var version = new StringBuilder();
    for (int next = in.read(); next > 0 && version.length() < LONGEST_VERSION; next = in.read()) {
      version.append((char) next);
    }
    var kind =
        version.toString().toLowerCase(Locale.ROOT).contains("mariadb")
            ? DatabaseKind.MARIADB
            : DatabaseKind.MYSQL;
    return LoginRefusedException.otherKind(kind.displayName());
  }

  private @Nullable SSLSocket unencrypted(int answer) throws IOException {
    if (tls.mode().demandsEncryption()) {
      throw new LoginRefusedException(SourceError.TLS_UNAVAILABLE);
    }
    if (answer == 'E') {
      throw new EOFException();
    }
    return null;
  }

  /** Returns the bare connection's stream until it is clear whether there will be another. */
  @Override
  public InputStream getInputStream() throws IOException {
    return messages == null ? super.getInputStream() : messages;
  }

  /** Returns a stream whose {@code close} waits for no farewell, which a server could keep back. */
  @Override
  public OutputStream getOutputStream() throws IOException {
    return encrypted == null
        ? super.getOutputStream()
        : new FilterOutputStream(encrypted.getOutputStream()) {
          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
          }

          @Override
          public void close() throws IOException {
            PostgresSocket.this.close();
          }
        };
  }
}
