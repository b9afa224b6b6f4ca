package io.gazetteer.common.source.postgresql;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Asks a silent server whether it is PostgreSQL. A MySQL client waits for the server to speak first
 * and PostgreSQL for the client, so that the wrong {@code db_type} would look like a dead host.
 */
public final class PostgresProbe {

  private static final int PATIENCE_MILLIS = 750;
  private static final int SSL_REQUEST = 80877103;

  private PostgresProbe() {}

  public static boolean answersAt(InetSocketAddress server) {
    try (Socket socket = new Socket()) {
      socket.connect(server, PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(8);
      out.writeInt(SSL_REQUEST);
      int answer = socket.getInputStream().read();
      return answer == 'S' || answer == 'N';
    } catch (IOException e) {
      return false;
    }
  }
}
