package io.gazetteer.common.source.postgresql;

import io.gazetteer.common.source.wire.Framing;
import java.nio.ByteBuffer;
import java.util.Set;

/** Reads PostgreSQL's messages: a type, a length that counts itself, and the body. */
final class PostgresFraming implements Framing {
  private static final int LENGTH_BYTES = 4;

  /** We use these logins: done, a password in clear, MD5, and the three steps of SASL. */
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

  /** Returns the number of columns, with which {@code RowDescription} begins. */
  @Override
  public long columns(byte[] front, int length) {
    return front[0] == 'T' && length == headerBytes() + 2
        ? ((front[5] & 0xff) << Byte.SIZE) | (front[6] & 0xff)
        : 0;
  }

  /**
   * Returns whether the number that {@code Authentication} begins with is one we do not use, such
   * as those of Kerberos, GSSAPI and SSPI.
   */
  @Override
  public boolean asksForUnusedLogin(byte[] front, int length) {
    return front[0] == 'R'
        && length == headerBytes() + LENGTH_BYTES
        && !USED_LOGINS.contains(ByteBuffer.wrap(front).getInt(headerBytes()));
  }

  /** Returns false: the driver goes by the first byte, and refuses what is not PostgreSQL's. */
  @Override
  public boolean isStrangeBeginning(byte[] front, int length) {
    return false;
  }

  /** Returns whether this message begins an answer; {@code ReadyForQuery} ends the one before. */
  @Override
  public boolean beginsAnswer(byte[] front) {
    return front[0] == 'Z';
  }
}
