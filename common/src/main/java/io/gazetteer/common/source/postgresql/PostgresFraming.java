package io.gazetteer.common.source.postgresql;

import io.gazetteer.common.source.wire.Framing;

/** A type, a length that counts itself, and the body. */
final class PostgresFraming implements Framing {
  private static final int LENGTH_BYTES = 4;

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
  public int peekBytes() {
    return 2;
  }

  /** {@code RowDescription} begins with the number of columns. */
  @Override
  public long columns(byte[] front, int length) {
    return front[0] == 'T' && length == headerBytes() + 2
        ? ((front[5] & 0xff) << Byte.SIZE) | (front[6] & 0xff)
        : 0;
  }

  /** {@code ReadyForQuery} ends the answer before. */
  @Override
  public boolean beginsAnswer(byte[] front) {
    return front[0] == 'Z';
  }
}
