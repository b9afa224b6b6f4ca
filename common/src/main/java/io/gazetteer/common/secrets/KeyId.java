package io.gazetteer.common.secrets;

import java.nio.ByteBuffer;

/** What a key is called in its keyset and at the beginning of everything it has encrypted. */
record KeyId(int number) {
  /** What Tink writes before the number. */
  private static final byte TINK = 1;

  private static final int PREFIX_BYTES = 5;

  /** The key that made this ciphertext. */
  static KeyId of(byte[] ciphertext) {
    return new KeyId(ByteBuffer.wrap(ciphertext).getInt(1));
  }

  /** The first bytes of everything it has encrypted. */
  byte[] prefix() {
    return ByteBuffer.allocate(PREFIX_BYTES).put(TINK).putInt(number).array();
  }

  /** As Tink's tools and the keyset file have it. */
  @Override
  public String toString() {
    return Integer.toUnsignedString(number);
  }
}
