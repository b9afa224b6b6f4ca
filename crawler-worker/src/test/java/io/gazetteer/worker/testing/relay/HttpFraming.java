package io.gazetteer.worker.testing.relay;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Locale;

/** Requests of HTTP 1.1 that say how long they are. */
public final class HttpFraming implements Framing {
  private static final String LENGTH = "content-length:";

  @Override
  public Request next(DataInputStream client) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var head = new StringBuilder();
    while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
      int one = client.readUnsignedByte();
      bytes.write(one);
      head.append((char) one);
    }
    bytes.write(client.readNBytes(length(head.toString())));
    return new Request(Labels.ofHttp(head.toString()), bytes.toByteArray());
  }

  private static int length(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(LENGTH))
        .mapToInt(line -> Integer.parseInt(line.substring(LENGTH.length()).strip()))
        .findFirst()
        .orElse(0);
  }
}
