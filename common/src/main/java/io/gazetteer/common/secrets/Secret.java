package io.gazetteer.common.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Holds a value that must not be printed: its {@link #toString()} is a constant, it is no record
 * and it has no getter that a JSON mapper would find. {@link #close()} overwrites it.
 */
public final class Secret implements AutoCloseable {
  private final byte[] utf8;

  private Secret(byte[] utf8) {
    this.utf8 = utf8;
  }

  /** Makes a secret of the value; the String itself cannot be overwritten. */
  public static Secret of(String value) {
    return new Secret(value.getBytes(StandardCharsets.UTF_8));
  }

  static Secret ofUtf8(byte[] utf8) {
    return new Secret(utf8);
  }

  /** Returns the value in clear, for the one call that needs it. */
  public String reveal() {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  byte[] utf8() {
    return utf8;
  }

  @Override
  public void close() {
    Arrays.fill(utf8, (byte) 0);
  }

  @Override
  public String toString() {
    return "[secret]";
  }
}
