package io.gazetteer.common.source.postgresql;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Finds out whether a server is PostgreSQL, without a login and without any name: it asks for a
 * version of the protocol that does not exist. PostgreSQL, and what stands in front of it, refuses
 * that with an error message of its protocol, which holds an SQLSTATE. The one byte that answers
 * the question for encryption proves nothing: whoever says {@code SSH-2.0} or {@code ERROR} begins
 * with such a byte, too.
 */
public final class PostgresProbe {

  private static final int PATIENCE_MILLIS = 750;
  private static final int NO_SUCH_VERSION = 0x00ff_0000;
  private static final int HEADER_BYTES = 5;
  private static final int LONGEST_ERROR = 4096;
  private static final Pattern STATE = Pattern.compile("(^|\\x00)C[0-9A-Z]{5}\\x00");

  private PostgresProbe() {}

  /** Says within one and a half seconds whether PostgreSQL answers there. */
  public static boolean answersAt(InetSocketAddress server) {
    try (Socket socket = new Socket()) {
      socket.connect(server, PATIENCE_MILLIS);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeLong(8L << Integer.SIZE | NO_SUCH_VERSION);
      out.flush();
      return isError(answer(socket));
    } catch (IOException e) {
      return false;
    }
  }

  /** Reads the first message, or as much of it as comes in time. */
  private static byte[] answer(Socket socket) throws IOException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    byte[] buffer = new byte[LONGEST_ERROR];
    while (!isWhole(answer.toByteArray())) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        break;
      }
      socket.setSoTimeout((int) left);
      int count = socket.getInputStream().read(buffer);
      if (count < 0) {
        break;
      }
      answer.write(buffer, 0, count);
    }
    return answer.toByteArray();
  }

  private static boolean isWhole(byte[] answer) {
    return answer.length >= HEADER_BYTES
        && (length(answer) > LONGEST_ERROR || answer.length > length(answer));
  }

  private static boolean isError(byte[] answer) {
    if (answer.length < HEADER_BYTES
        || answer[0] != 'E'
        || length(answer) > LONGEST_ERROR
        || answer.length <= length(answer)) {
      return false;
    }
    String fields =
        new String(
            answer,
            HEADER_BYTES,
            Math.max(0, (int) length(answer) + 1 - HEADER_BYTES),
            StandardCharsets.ISO_8859_1);
    return STATE.matcher(fields).find();
  }

  /** Returns the length that the message says it has, without its first byte. */
  private static long length(byte[] answer) {
    return Integer.toUnsignedLong(ByteBuffer.wrap(answer).getInt(1));
  }
}
