package io.gazetteer.common.source.wire;

import io.gazetteer.common.source.LoginRefusedException;
import io.gazetteer.common.source.SourceError;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends a connection whose server sends more than a catalog can hold: a message, a row of columns or
 * an answer without end. The drivers make room for what a server announces, before it is there. Not
 * thread safe, as the streams of sockets are not for readers.
 */
public final class MessageCap extends FilterInputStream {
  /** A row of a catalog fits in this, with the longest text that is kept of a view or a comment. */
  public static final int LARGEST_MESSAGE = 16 * 1024 * 1024 - 2;

  /** No database allows a table this many columns, and no query of ours comes near it. */
  static final int MOST_COLUMNS = 4096;

  /** An answer of this size holds millions of columns; it is streamed. */
  static final long LARGEST_ANSWER = 512L * 1024 * 1024;

  private final Framing framing;
  private final Closeable connection;
  private final byte[] front;
  private int held;
  private int wanted;
  private long left;
  private long answered;

  /**
   * @param connection is closed with the stream
   */
  public MessageCap(InputStream server, Framing framing, Closeable connection) {
    super(server);
    this.connection = connection;
    this.framing = framing;
    front = new byte[framing.headerBytes() + Framing.MOST_PEEKED];
    wanted = framing.headerBytes();
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    for (int i = 0; i < count; ) {
      i += follow(buffer, offset + i, count - i);
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    return count <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(count, 8192)]));
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Follows the messages through these bytes; returns how many it has dealt with. */
  private int follow(byte[] bytes, int offset, int count) throws IOException {
    if (held == wanted) {
      int passed = (int) Math.min(left, count);
      left -= passed;
      endMessage();
      return passed;
    }
    int taken = Math.min(wanted - held, count);
    System.arraycopy(bytes, offset, front, held, taken);
    held += taken;
    if (held == framing.headerBytes() && held == wanted) {
      beginBody(framing.bodyBytes(front));
    }
    if (held == wanted) {
      if (framing.isStrangeBeginning(front, held)) {
        throw new LoginRefusedException(SourceError.WRONG_DATABASE_TYPE);
      }
      if (framing.asksForUnusedLogin(front, held)) {
        throw new LoginRefusedException(SourceError.AUTHENTICATION_UNSUPPORTED);
      }
      check(framing.columns(front, held), MOST_COLUMNS);
      endMessage();
    }
    return taken;
  }

  private void beginBody(long bytes) throws IOException {
    if (bytes < 0) {
      throw new LoginRefusedException(SourceError.WRONG_DATABASE_TYPE);
    }
    check(bytes, LARGEST_MESSAGE);
    answered = framing.beginsAnswer(front) ? bytes : answered + bytes;
    check(answered, LARGEST_ANSWER);
    int peeked = (int) Math.min(bytes, framing.peekBytes(front));
    wanted = held + peeked;
    left = bytes - peeked;
  }

  private void endMessage() {
    if (held == wanted && left == 0) {
      held = 0;
      wanted = framing.headerBytes();
    }
  }

  private static void check(long number, long most) throws IOException {
    if (number > most) {
      throw new LoginRefusedException(SourceError.ANSWER_TOO_LARGE);
    }
  }
}
