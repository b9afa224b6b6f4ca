package io.gazetteer.worker.testing.relay;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The messages up to the one that makes a PostgreSQL server answer. */
public final class PostgresFraming implements Framing {
  private static final int PROTOCOL_3 = 3 << 16;
  private static final String ASKS_FOR_AN_ANSWER = "SQHpXcfd";

  private boolean startedUp;

  @Override
  public Request next(DataInputStream client) throws IOException {
    return startedUp ? messages(client) : startup(client);
  }

  private Request startup(DataInputStream client) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var copy = new DataOutputStream(bytes);
    int length = client.readInt();
    int code = client.readInt();
    copy.writeInt(length);
    copy.writeInt(code);
    copy.write(client.readNBytes(length - 2 * Integer.BYTES));
    startedUp = code >= PROTOCOL_3 && code < PROTOCOL_3 + (1 << 16);
    return new Request("login", bytes.toByteArray());
  }

  private static Request messages(DataInputStream client) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var copy = new DataOutputStream(bytes);
    var label = "";
    int type;
    do {
      type = client.readUnsignedByte();
      int length = client.readInt();
      byte[] body = client.readNBytes(length - Integer.BYTES);
      copy.writeByte(type);
      copy.writeInt(length);
      copy.write(body);
      var text = label(type, body);
      label = text.isEmpty() ? label : text;
    } while (ASKS_FOR_AN_ANSWER.indexOf(type) < 0);
    return new Request(label.isEmpty() ? "session" : label, bytes.toByteArray());
  }

  private static String label(int type, byte[] body) {
    return switch (type) {
      case 'Q' -> Labels.ofSql(text(body, 0));
      case 'P' -> Labels.ofSql(text(body, end(body, 0) + 1));
      case 'p' -> "login";
      case 'X' -> "quit";
      default -> "";
    };
  }

  private static String text(byte[] body, int from) {
    return new String(body, from, end(body, from) - from, StandardCharsets.UTF_8);
  }

  private static int end(byte[] body, int from) {
    int to = from;
    while (to < body.length && body[to] != 0) {
      to++;
    }
    return to;
  }
}
