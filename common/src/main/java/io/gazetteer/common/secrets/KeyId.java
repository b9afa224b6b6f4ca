package io.gazetteer.common.secrets;

import java.nio.ByteBuffer;

/** Names a key in its keyset and at the beginning of everything it has encrypted. */
record KeyId(int number) {
  /** Tink writes this byte before the number. */
  private static final byte TINK = 1;

  private static final int PREFIX_BYTES = 5;

  /** Returns the id of the key that made this ciphertext. */
  static KeyId of(byte[] ciphertext) {
    return new KeyId(ByteBuffer.wrap(ciphertext).getInt(1));
  }

  /** Returns the first bytes of everything that the key has encrypted. */
  byte[] prefix() {
    return ByteBuffer.allocate(PREFIX_BYTES).put(TINK).putInt(number).array();
  }

  /** Returns the number as Tink's tools and the keyset file write it. */
  @Override
  public String toString() {
    return Integer.toUnsignedString(number);
  }
}
