package io.gazetteer.worker.testing.relay;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The packets of MySQL's protocol, which MariaDB speaks too. */
public final class MySqlFraming implements Framing {
  private static final int HEADER = 4;
  private static final int QUIT = 1;
  private static final int QUERY = 3;

  @Override
  public Request next(DataInputStream client) throws IOException {
    var header = new byte[HEADER];
    client.readFully(header);
    int length = (header[0] & 0xFF) | (header[1] & 0xFF) << 8 | (header[2] & 0xFF) << 16;
    var packet = new byte[HEADER + length];
    System.arraycopy(header, 0, packet, 0, HEADER);
    client.readFully(packet, HEADER, length);
    return new Request(label(packet), packet);
  }

  private static String label(byte[] packet) {
    boolean isCommand = packet[3] == 0;
    if (!isCommand) {
      return "login";
    }
    return switch (packet[HEADER]) {
      case QUIT -> "quit";
      case QUERY ->
          Labels.ofSql(
              new String(packet, HEADER + 1, packet.length - HEADER - 1, StandardCharsets.UTF_8));
      default -> "session";
    };
  }
}
