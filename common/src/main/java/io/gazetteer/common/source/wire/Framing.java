package io.gazetteer.common.source.wire;

/** How a server cuts what it sends into messages. */
public interface Framing {
  /** The length of the part in front from which {@link #bodyBytes} can be told. */
  int headerBytes();

  /** How many bytes follow this header. */
  long bodyBytes(byte[] header);

  /** Up to so many of them are shown to {@link #columns}. */
  int peekBytes();

  /** How many columns this message announces; 0 when it announces none. */
  long columns(byte[] front, int length);

  /** Whether this message is the first after something was asked. */
  boolean beginsAnswer(byte[] front);
}
