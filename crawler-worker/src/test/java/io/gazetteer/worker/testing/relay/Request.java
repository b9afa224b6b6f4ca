package io.gazetteer.worker.testing.relay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What a client sends before it waits for an answer. */
public final class Request {
  private final String label;
  private final byte[] bytes;

  Request(String label, byte[] bytes) {
    this.label = label;
    this.bytes = bytes;
  }

  /** What it asks for, without its parameters; "login" as long as there is no session. */
  public String label() {
    return label;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Whether it carries the id, as text or in binary. */
  public boolean mentions(UUID id) {
    var binary =
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return contains(binary) || mentions(id.toString());
  }

  /** Whether it carries the text. */
  public boolean mentions(String text) {
    return contains(text.getBytes(StandardCharsets.UTF_8));
  }

  private boolean contains(byte[] part) {
    for (int from = 0; from <= bytes.length - part.length; from++) {
      if (isAt(from, part)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAt(int from, byte[] part) {
    for (int i = 0; i < part.length; i++) {
      if (bytes[from + i] != part[i]) {
        return false;
      }
    }
    return true;
  }
}
