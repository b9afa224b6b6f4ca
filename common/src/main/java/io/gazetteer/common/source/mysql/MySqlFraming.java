package io.gazetteer.common.source.mysql;

import io.gazetteer.common.source.wire.Framing;

/** Reads MySQL's messages: a length of three bytes, the place in the exchange, and the body. */
final class MySqlFraming implements Framing {
  private static final int HEADER_BYTES = 4;
  private static final int LENGTH_BYTES = 8;
  private static final int ERROR = 0xff;
  private static final int EIGHT_BYTES = 0xfe;
  private static final int THREE_BYTES = 0xfd;
  private static final int TWO_BYTES = 0xfc;
  private static final int NULL = 0xfb;
  private static final int PROTOCOL = 10;

  private boolean hasBegun;

  /** Reads what follows a greeting: encryption is agreed on after it. */
  static MySqlFraming afterTheGreeting() {
    MySqlFraming framing = new MySqlFraming();
    framing.hasBegun = true;
    return framing;
  }

  @Override
  public int headerBytes() {
    return HEADER_BYTES;
  }

  @Override
  public long bodyBytes(byte[] header) {
    return number(header, 0, 3);
  }

  @Override
  public int peekBytes(byte[] header) {
    return 1 + LENGTH_BYTES;
  }

  /** Returns the number of columns, which is all that the first message of a result holds. */
  @Override
  public long columns(byte[] front, int length) {
    if (!beginsAnswer(front) || length <= HEADER_BYTES) {
      return 0;
    }
    int first = front[HEADER_BYTES] & 0xff;
    int rest = length - HEADER_BYTES - 1;
    return switch (first) {
      case ERROR, NULL -> 0;
      case EIGHT_BYTES -> rest == LENGTH_BYTES ? number(front, HEADER_BYTES + 1, LENGTH_BYTES) : 0;
      case THREE_BYTES -> rest == 3 ? number(front, HEADER_BYTES + 1, 3) : 0;
      case TWO_BYTES -> rest == 2 ? number(front, HEADER_BYTES + 1, 2) : 0;
      default -> rest == 0 ? first : 0;
    };
  }

  private static long number(byte[] bytes, int offset, int length) {
    long number = 0;
    for (int i = length - 1; i >= 0; i--) {
      number = (number << Byte.SIZE) | (bytes[offset + i] & 0xff);
    }
    // More than fits is more than anything allowed.
    return number < 0 ? Long.MAX_VALUE : number;
  }

  /** Returns false: the driver itself is told which ways it may use, see {@link MySqlLogins}. */
  @Override
  public boolean asksForUnusedLogin(byte[] front, int length) {
    return false;
  }

  /**
   * Returns whether the server begins with something else than a greeting, or an error that takes
   * its place. The driver would go by what SSH says as if it were a greeting.
   */
  @Override
  public boolean isStrangeBeginning(byte[] front, int length) {
    if (hasBegun) {
      return false;
    }
    hasBegun = true;
    int number = front[HEADER_BYTES - 1];
    int first = length > HEADER_BYTES ? front[HEADER_BYTES] & 0xff : NULL;
    return !(number == 0 && first == PROTOCOL) && !((number == 0 || number == 1) && first == ERROR);
  }

  /**
   * Returns whether this message begins an answer. Commands are number 0 of an exchange. A server's
   * greeting is its own 0, a login goes on from 2.
   */
  @Override
  public boolean beginsAnswer(byte[] front) {
    return front[HEADER_BYTES - 1] == 1;
  }
}
