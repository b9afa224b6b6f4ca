package io.gazetteer.common.source.wire;

/** Knows how a server cuts what it sends into messages. */
public interface Framing {
  int MOST_PEEKED = 9;

  /** Returns the length of the part in front from which {@link #bodyBytes} can be told. */
  int headerBytes();

  /** Returns how many bytes follow this header. */
  long bodyBytes(byte[] header);

  /**
   * Returns how many of these bytes {@link #columns} and {@link #asksForUnusedLogin} must see, at
   * most {@link #MOST_PEEKED}.
   */
  int peekBytes(byte[] header);

  /** Returns how many columns this message announces; 0 when it announces none. */
  long columns(byte[] front, int length);

  /** Returns whether this message asks for a way to log in that we do not use. */
  boolean asksForUnusedLogin(byte[] front, int length);

  /**
   * Returns whether this message is the first one of the connection, and none that such a server
   * begins with. Called once for each message.
   */
  boolean isStrangeBeginning(byte[] front, int length);

  /** Returns whether this message begins the answer to a question. */
  boolean beginsAnswer(byte[] front);
}
