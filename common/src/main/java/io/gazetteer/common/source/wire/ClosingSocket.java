package io.gazetteer.common.source.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;

/**
 * Closes itself in order: {@code close} returns when the server has closed its end, too, or after
 * half a second. PostgreSQL counts a session until then: without the wait, the next connection
 * could be one more than its owner allows.
 */
public class ClosingSocket extends Socket {
  private static final Duration PATIENCE = Duration.ofMillis(500);

  @Override
  public synchronized void close() throws IOException {
    if (isConnected() && !isClosed()) {
      awaitEnd();
    }
    super.close();
  }

  /** Closes the socket without waiting for the server. */
  protected final void abandon() throws IOException {
    super.close();
  }

  private void awaitEnd() {
    try {
      shutdownOutput();
      setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      InputStream rest = super.getInputStream();
      var buffer = new byte[8192];
      while (rest.read(buffer) >= 0 && System.nanoTime() < deadline) {
        // What the server still says is of no interest.
      }
    } catch (IOException e) {
      // The connection is broken, which ends it as well.
    }
  }
}
