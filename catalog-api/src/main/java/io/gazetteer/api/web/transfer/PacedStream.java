package io.gazetteer.api.web.transfer;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** Writes at a {@link Pace}. */
final class PacedStream extends ServletOutputStream {
  private final ServletOutputStream out;
  private final Pace pace;

  PacedStream(ServletOutputStream out, Pace pace) {
    this.out = out;
    this.pace = pace;
  }

  @Override
  public void write(int value) throws IOException {
    pace.write(1, () -> out.write(value));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    pace.write(length, () -> out.write(bytes, offset, length));
  }

  @Override
  public void flush() throws IOException {
    pace.write(0, out::flush);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  @Override
  public boolean isReady() {
    return out.isReady();
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    out.setWriteListener(listener);
  }
}
