package io.gazetteer.api.web.transfer;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Measures how long writing an answer has waited for its reader. Tomcat ends an answer of which
 * nothing is read for a while; one that is read byte by byte would keep its thread for ever. Not
 * thread safe.
 */
final class Pace {
  /** A reader may pause as long, all in all. */
  static final Duration GRACE = Duration.ofSeconds(20);

  static final int LEAST_BYTES_PER_SECOND = 16 * 1024;

  private static final long NANOS_PER_BYTE =
      Duration.ofSeconds(1).toNanos() / LEAST_BYTES_PER_SECOND;

  private final LongSupplier clock;
  private long waited;
  private long bytes;

  /**
   * @param clock in nanoseconds
   */
  Pace(LongSupplier clock) {
    this.clock = clock;
  }

  /** Writes to a reader. */
  interface Write {
    void run() throws IOException;
  }

  /**
   * Writes so many bytes.
   *
   * @throws IOException also when the reader is too slow
   */
  void write(int length, Write write) throws IOException {
    long began = clock.getAsLong();
    write.run();
    waited += clock.getAsLong() - began;
    bytes += length;
    if (waited > GRACE.toNanos() + bytes * NANOS_PER_BYTE) {
      throw new IOException("The answer is read too slowly");
    }
  }
}
