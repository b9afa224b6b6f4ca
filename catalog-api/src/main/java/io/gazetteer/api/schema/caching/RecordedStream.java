package io.gazetteer.api.schema.caching;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Passes bytes on and remembers them, unless they become too many. */
final class RecordedStream extends OutputStream {
  private final OutputStream out;
  private final int most;
  private ByteArrayOutputStream recorded = new ByteArrayOutputStream();
  private boolean tooMany;

  RecordedStream(OutputStream out, int most) {
    this.out = out;
    this.most = most;
  }

  /** Returns what was written; empty when that was too much. */
  Optional<byte[]> bytes() {
    return tooMany ? Optional.empty() : Optional.of(recorded.toByteArray());
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    if (tooMany || recorded.size() + length > most) {
      tooMany = true;
      recorded = new ByteArrayOutputStream(0);
    } else {
      recorded.write(bytes, offset, length);
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
