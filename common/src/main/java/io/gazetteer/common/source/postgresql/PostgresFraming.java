package io.gazetteer.common.source.postgresql;

import io.gazetteer.common.source.wire.Framing;
import java.nio.ByteBuffer;
import java.util.Set;

/** A type, a length that counts itself, and the body. */
final class PostgresFraming implements Framing {
  private static final int LENGTH_BYTES = 4;

  /** Done, a password in clear, MD5, and the three steps of SASL. */
  private static final Set<Integer> USED_LOGINS = Set.of(0, 3, 5, 10, 11, 12);

  @Override
  public int headerBytes() {
    return 1 + LENGTH_BYTES;
  }

  @Override
  public long bodyBytes(byte[] header) {
    long length = 0;
    for (int i = 1; i <= LENGTH_BYTES; i++) {
      length = (length << Byte.SIZE) | (header[i] & 0xff);
    }
    return length - LENGTH_BYTES;
  }

  @Override
  public int peekBytes(byte[] header) {
    return header[0] == 'R' ? LENGTH_BYTES : 2;
  }

  /** {@code RowDescription} begins with the number of columns. */
  @Override
  public long columns(byte[] front, int length) {
    return front[0] == 'T' && length == headerBytes() + 2
        ? ((front[5] & 0xff) << Byte.SIZE) | (front[6] & 0xff)
        : 0;
  }

  /** {@code Authentication} begins with a number; what Kerberos, GSSAPI and SSPI ask is unused. */
  @Override
  public boolean asksForUnusedLogin(byte[] front, int length) {
    return front[0] == 'R'
        && length == headerBytes() + LENGTH_BYTES
        && !USED_LOGINS.contains(ByteBuffer.wrap(front).getInt(headerBytes()));
  }

  /** {@code ReadyForQuery} ends the answer before. */
  @Override
  public boolean beginsAnswer(byte[] front) {
    return front[0] == 'Z';
  }
}
