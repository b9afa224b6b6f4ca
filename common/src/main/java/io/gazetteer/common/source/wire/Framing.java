package io.gazetteer.common.source.wire;

/** How a server cuts what it sends into messages. */
public interface Framing {
  int MOST_PEEKED = 9;

  /** The length of the part in front from which {@link #bodyBytes} can be told. */
  int headerBytes();

  /** How many bytes follow this header. */
  long bodyBytes(byte[] header);

  /**
   * How many of these bytes {@link #columns} and {@link #asksForUnusedLogin} want to see, at most
   * {@link #MOST_PEEKED}.
   */
  int peekBytes(byte[] header);

  /** How many columns this message announces; 0 when it announces none. */
  long columns(byte[] front, int length);

  /** Whether this message asks for a way to log in that we do not use. */
  boolean asksForUnusedLogin(byte[] front, int length);

  /** Whether this message is the first after something was asked. */
  boolean beginsAnswer(byte[] front);
}
